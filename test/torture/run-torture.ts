import { repository } from '../../build/paths.ts';
import { readOptions } from '../../build/read-options.ts';
import { createRandom, type Row } from './row.ts';
import { attacks } from './rows.ts';

/** What needs root, mounts or time. Prints a line a row; exit code 0 only if nothing was lost. */
const [victim = '', ...rest] = process.argv.slice(2);
const values = readOptions(
  rest,
  {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '30' },
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    app: { type: 'string', default: repository },
  },
  refuse,
);
const [seed, seconds] = [Number(values.seed), Number(values.seconds)];
if (!Number.isSafeInteger(seed) || !(seconds > 0)) refuse('--seed takes a whole number, --seconds one above 0.');
const wanted = values.only ?? Object.keys(attacks);
for (const name of wanted) if (!(name in attacks)) refuse(`There is no attack "${name}".`);

const rows: Row[] = [];
for (const name of wanted) {
  // Each attack with a generator of its own, so that it does the same alone as among the others.
  const attack = attacks[name]?.({ ...values, seed, seconds, victim, random: createRandom(seed) });
  const startedMs = performance.now();
  for await (const row of attack ?? []) {
    rows.push(row);
    console.log(toLine(row, (performance.now() - startedMs) / 1000));
  }
}
const losses = rows.flatMap((row) => row.losses).length;
const run = rows.filter(({ notRun }) => notRun === undefined);
const acknowledged = run.reduce((sum, row) => sum + row.acknowledged, 0);
const faults = run.reduce((sum, row) => sum + (row.faults ?? 0), 0);
console.log(
  `seed ${seed}: ${run.length} of ${rows.length} rows run, ${faults} faults, ${acknowledged} acknowledged, ${losses} losses`,
);
process.exitCode = losses === 0 ? 0 : 1;

function refuse(why: string): never {
  const names = Object.keys(attacks).join('|');
  console.error(
    `${why}\nnpm run torture -- [--seed N] [--seconds S] [--only ${names}] [--quick] [--app FOLDER] [--mutants]`,
  );
  process.exit(2);
}

function toLine({ name, rounds, faults = 0, acknowledged, losses: lost, notRun }: Row, tookSeconds: number): string {
  if (notRun !== undefined) return `${name}: not run: ${notRun}`;
  const outcome = lost.length === 0 ? 'nothing lost' : `${lost.length} LOSSES: ${lost.slice(0, 5).join('; ')}`;
  return `${name}: ${rounds} rounds, ${faults} faults, ${acknowledged} acknowledged, ${outcome} (${tookSeconds.toFixed(1)} s)`;
}

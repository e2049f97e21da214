import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { appFaults, appFullDisk } from './app-faults.ts';
import { appKills } from './app-kills.ts';
import { killRounds } from './kill-rounds.ts';
import { powerCut } from './power-cut.ts';
import { createRandom, type Row } from './row.ts';
import { systemCallChecks } from './system-calls.ts';

/** What needs root, mounts or time. Prints a line a row; exit code 0 only if nothing was lost. */
const [victim = '', ...rest] = process.argv.slice(2);
const { values } = parseArgs({
  args: rest,
  options: { seed: { type: 'string', default: '1' }, seconds: { type: 'string', default: '30' } },
});
const [seed, seconds] = [Number(values.seed), Number(values.seconds)];
const random = createRandom(seed);

const rows: Row[] = [];
const tell = (row: Row) => {
  rows.push(row);
  const outcome = row.losses.length === 0 ? 'nothing lost' : row.losses.join('; ');
  console.log(
    row.notRun === undefined
      ? `${row.name}: ${row.rounds} rounds, ${row.acknowledged} acknowledged, ${outcome}`
      : `${row.name}: not run: ${row.notRun}`,
  );
};

tell(await killRounds(victim, seconds, random));
for (const fileSystem of ['ext4', 'xfs'] as const)
  tell(await powerCut(fileSystem, victim, Math.max(1, Math.floor(seconds / 5)), random));
tell(await systemCallChecks());
tell(await appKills(Math.max(30, Math.floor(seconds / 4)), random));
tell(await appFaults(Math.max(1, Math.floor(seconds / 30))));
tell(await appFullDisk(Math.max(3, Math.floor(seconds / 10))));

const lost = rows.flatMap(({ losses }) => losses).length;
// The same cut on a writer whose flushes do nothing must lose something, or the cut shows nothing.
const control = await powerCut('ext4', withoutFlush(victim), 2, random);
const isBlind = control.notRun === undefined && control.losses.length === 0;
console.log(
  `control, flushes taken out: ${control.notRun === undefined ? (isBlind ? 'LOST NOTHING: the power cut is no test' : 'loses, as it must') : `not run: ${control.notRun}`}`,
);

console.log(`seed ${seed}: ${rows.filter(({ notRun }) => notRun === undefined).length} rows run, ${lost} losses`);
process.exitCode = lost === 0 && !isBlind ? 0 : 1;

/** The writer with its flushes taken out: says so at once and does nothing. */
function withoutFlush(program: string): string {
  const changed = program.replace(/\.mjs$/, '-without-flush.mjs');
  const source = readFileSync(program, 'utf8').replace(
    /\bfs\.(fdatasync|fsync)\b(?!Sync)/g,
    '((_fd, done) => done(null))',
  );
  writeFileSync(changed, source);
  return changed;
}

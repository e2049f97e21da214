import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode, type Edit } from './bundle-for-node.ts';
import { CannotGoOn } from './cannot-go-on.ts';
import { repository } from './paths.ts';
import { readOptions } from './read-options.ts';
import { type Mutant, mutants, powerMutants } from './torture-mutants.ts';

const usage = 'npm run torture -- --mutants [--seed N] [--only ATTACK]';

/**
 * Plants each defect in the bundled source and runs the attack that must notice it. An attack that loses something
 * without any defect shows nothing, so each runs once as it is first.
 * @param folder for the bundles
 * @param options `--only ATTACK` and `--seed N`
 * @returns 0 when every defect was noticed
 */
export async function runMutants(folder: string, options: readonly string[]): Promise<number> {
  const values = readOptions(
    options,
    { only: { type: 'string', multiple: true }, seed: { type: 'string', default: '1' } },
    refuse,
  );
  const all = [...mutants, ...powerMutants];
  const unknown = values.only?.find((name) => all.every(({ attack }) => attack !== name));
  if (unknown !== undefined) refuse(`No defect is planted for an attack "${unknown}".`);
  const planned = all.filter(({ attack }) => values.only?.includes(attack) ?? true);
  const [misfit] = findMisfits(planned);
  if (misfit) throw new CannotGoOn(misfit);
  let survived = 0;
  let notRun = 0;
  for (const attack of new Set(planned.map((mutant) => mutant.attack))) {
    const mine = planned.filter((mutant) => mutant.attack === attack);
    const { status, output } = await attackWith([], attack, folder, values.seed);
    if (status !== 0) throw new CannotGoOn(`${attack} is red without any defect:\n${output}`);
    if (/: not run: /.test(output) && !/nothing lost/.test(output)) {
      notRun += mine.length;
      console.log(`${attack}: not run, this machine cannot; ${mine.length} defects were not planted`);
      continue;
    }
    console.log(`${attack}: nothing lost without a defect`);
    for (const { name, edits } of mine) {
      const inShort = await attackWith(edits, attack, folder, values.seed);
      // The short form tries a sample: what slips through it must not slip through the whole.
      const found = isNoticed(inShort) ? inShort : await attackWith(edits, attack, folder, values.seed, []);
      if (!isNoticed(found)) survived += 1;
      const outcome = isNoticed(found) ? `noticed: ${firstLoss(found.output)}` : `SURVIVED\n${found.output}`;
      console.log(`  ${name}: ${outcome}`);
    }
  }
  const run = planned.length - notRun;
  console.log(`${run} of ${planned.length} defects planted, ${run - survived} noticed, ${survived} survived`);
  return survived === 0 ? 0 : 1;
}

interface Attack {
  readonly status: number | null;
  readonly output: string;
}

/** A program that does not even run notices nothing. */
function isNoticed({ status, output }: Attack): boolean {
  return status === 1 && /LOSSES/.test(output);
}

async function attackWith(
  edits: readonly Edit[],
  attack: string,
  folder: string,
  seed: string,
  form: readonly string[] = ['--quick'],
): Promise<Attack> {
  const work = mkdtempSync(join(folder, 'mutant-'));
  try {
    const runner = await bundleForNode('test/torture/run-torture.ts', work, edits);
    const needsVictim = ['kill', 'power'].includes(attack);
    const victim = needsVictim ? await bundleForNode('test/support/journal-victim.ts', work, edits) : '';
    const args = [runner, victim, ...form, '--only', attack, '--seed', seed];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: repository });
    return { status, output: `${stdout}${stderr}` };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The edits that do not fit exactly one place of the source, in words: they would plant nothing, or something else. */
export function findMisfits(planned: readonly Mutant[]): readonly string[] {
  return planned.flatMap(({ name, edits }) =>
    edits.flatMap(({ file, find }) => {
      const count = readFileSync(join(repository, file), 'utf8').split(find).length - 1;
      return count === 1
        ? []
        : `The defect "${name}" fits ${count} places of ${file} and must fit one: mend it in build/torture-mutants.ts.`;
    }),
  );
}

const firstLoss = (output: string) => (/LOSSES: ([^;\n]*)/.exec(output)?.[1] ?? '').slice(0, 120);

function refuse(why: string): never {
  throw new CannotGoOn(`${why}\n${usage}`, 2);
}

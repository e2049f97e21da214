import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { appMutants } from './app-mutants.ts';
import { bundleEditedApp } from './bundle-edited-app.ts';
import { bundleForNode } from './bundle-for-node.ts';
import { CannotGoOn } from './cannot-go-on.ts';
import type { Edit } from './edit-source.ts';
import { prepareRuntimeAndDisplays } from './end-to-end-setup.ts';
import { repository } from './paths.ts';
import { readOptions } from './read-options.ts';
import { type Mutant, mutants, powerMutants } from './torture-mutants.ts';

const usage = 'npm run torture -- --mutants [--seed N] [--only ATTACK]';

/** All that can be planted. */
export const allMutants: readonly Mutant[] = [...mutants, ...powerMutants, ...appMutants];

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
  const unknown = values.only?.find((name) => allMutants.every(({ attack }) => attack !== name));
  if (unknown !== undefined) refuse(`No defect is planted for an attack "${unknown}".`);
  const planned = allMutants.filter(({ attack }) => values.only?.includes(attack) ?? true);
  const [misfit] = findMisfits(planned);
  if (misfit) throw new CannotGoOn(misfit);
  let survived = 0;
  let notRun = 0;
  for (const attack of new Set(planned.map((mutant) => mutant.attack))) {
    const mine = planned.filter((mutant) => mutant.attack === attack);
    const { status, output } = await attackWithoutDefect(attack, folder, values.seed);
    if (status !== 0) throw new CannotGoOn(`${attack} is red without any defect:\n${output}`);
    const [, why] = /: not run: (.*)/.exec(output) ?? [];
    if (why !== undefined && !/nothing lost/.test(output)) {
      notRun += mine.length;
      console.log(`${attack}: not run: ${why}; ${mine.length} defects were not planted`);
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

/** The first run of an attack: what it takes to open the app is made ready with it. */
async function attackWithoutDefect(attack: string, folder: string, seed: string): Promise<Attack> {
  const why = isOnApp(attack) ? await whyNoWindow() : undefined;
  if (why !== undefined) return { status: 0, output: `${attack}: not run: ${why}` };
  return attackWith([], attack, folder, seed);
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
    const args = [...(await bundle(attack, work, edits)), ...form, '--only', attack, '--seed', seed];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: repository });
    return { status, output: `${stdout}${stderr}` };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Bundles what an attack needs, the edits in what is attacked. Returns the program that attacks, and its arguments. */
async function bundle(attack: string, work: string, edits: readonly Edit[]): Promise<readonly string[]> {
  const isApp = isOnApp(attack);
  // Who judges the app from outside reads its record with the same code, and must not share its defect.
  const attacker = await bundleForNode('test/torture/run-torture.ts', work, isApp ? [] : edits);
  if (isApp) return [attacker, '', '--app', await bundleEditedApp(join(work, 'app'), edits)];
  const needsVictim = ['kill', 'power'].includes(attack);
  return [attacker, needsVictim ? await bundleForNode('test/support/journal-victim.ts', work, edits) : ''];
}

const isOnApp = (attack: string) => appMutants.some((mutant) => mutant.attack === attack);

/** Why this machine cannot open the app; undefined where it can. */
async function whyNoWindow(): Promise<string | undefined> {
  try {
    await prepareRuntimeAndDisplays(1);
    return undefined;
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    return error.message.replaceAll(/\s+/g, ' ');
  }
}

/** The edits that do not fit exactly one place of the source, in words: they would plant nothing, or something else. */
export function findMisfits(planned: readonly Mutant[]): readonly string[] {
  return planned.flatMap(({ name, edits }) =>
    edits.flatMap(({ file, find }) => {
      const count = readFileSync(join(repository, file), 'utf8').split(find).length - 1;
      return count === 1
        ? []
        : `The defect "${name}" fits ${count} places of ${file}, not one: mend it in build/torture-mutants.ts or app-mutants.ts.`;
    }),
  );
}

const firstLoss = (output: string) => (/LOSSES: ([^;\n]*)/.exec(output)?.[1] ?? '').slice(0, 120);

function refuse(why: string): never {
  throw new CannotGoOn(`${why}\n${usage}`, 2);
}

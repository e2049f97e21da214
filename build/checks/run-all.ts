import { CannotGoOn } from '../cannot-go-on.ts';
import { checkPackage } from './package-check.ts';
import { checkPlantedViolations } from './planted-violations.ts';
import { checkSpecRules } from './spec-rules.ts';
import * as statics from './static-checks.ts';
import { checkTestPlaces } from './test-places.ts';
import { runEndToEndTests, runUnitTests } from './test-runs.ts';
import type { CheckResult } from './tool.ts';

type Checks = Readonly<Record<string, { title: string; run: () => CheckResult | Promise<CheckResult> }>>;

/** They read the sources and leave them as they are: all begin together, so that one core is not idle behind the other. */
const reading: Checks = {
  lint: { title: 'Format and lint', run: statics.checkFormatAndLint },
  promises: { title: 'Forgotten promises, incomplete switches', run: statics.checkPromises },
  types: { title: 'Types, folder by folder, and against the oldest runtime', run: statics.checkTypes },
  layers: { title: 'Layers', run: statics.checkLayers },
  unused: { title: 'Unused code', run: statics.checkUnused },
  sizes: { title: 'File sizes', run: statics.checkFileSizes },
  places: { title: 'Tests lie where their source lies', run: checkTestPlaces },
  spec: { title: 'Every rule has a test, every tested rule is written down', run: checkSpecRules },
};

/** One after the other, once all of those are done. */
const inTurn: Checks = {
  plants: { title: 'The checkers report the violations planted for them', run: checkPlantedViolations },
  unit: { title: 'Unit and contract tests', run: runUnitTests },
  e2e: { title: 'End-to-end tests in the real window', run: runEndToEndTests },
  package: { title: 'The packaged app starts', run: checkPackage },
};

const checks: Checks = { ...reading, ...inTurn };

/**
 * Runs every check, also after a failure, and ends with the sum over all of them.
 * @param names only these; all when empty
 * @returns the exit code: 0 when nothing failed
 */
export async function runAll(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in checks));
  if (unknown.length > 0) {
    throw new CannotGoOn(`There is no check "${unknown[0]}"; there are ${Object.keys(checks).join(', ')}.`, 2);
  }
  let passed = 0;
  let failed = 0;
  const isAsked = (name: string) => names.length === 0 || names.includes(name);
  const begun = new Map(
    Object.entries(reading).flatMap(([name, { run }]) => (isAsked(name) ? [[name, runTimed(run)] as const] : [])),
  );
  for (const [name, { title, run }] of Object.entries(checks)) {
    if (!isAsked(name)) continue;
    console.log(`\n${title} (${name}) ...`);
    const result = await (begun.get(name) ?? runTimed(run));
    if (result.report) console.log(result.report);
    console.log(`  ${result.passed} passed, ${result.failed} failed, ${result.seconds} s`);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** A check that breaks down is a failed check, not the end of the run. */
async function runTimed(run: () => CheckResult | Promise<CheckResult>): Promise<CheckResult & { seconds: string }> {
  const startedMs = Date.now();
  const result = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => ({ passed: 0, failed: 1, report: reportOf(error) }));
  return { ...result, seconds: ((Date.now() - startedMs) / 1000).toFixed(1) };
}

const reportOf = (error: unknown) =>
  error instanceof CannotGoOn ? error.message : String(error instanceof Error ? error.stack : error);

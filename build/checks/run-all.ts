import { CannotGoOn } from '../cannot-go-on.ts';
import { checkPackage } from './package-check.ts';
import { checkPlantedViolations } from './planted-violations.ts';
import { checkSpecRules } from './spec-rules.ts';
import * as statics from './static-checks.ts';
import { checkTestPlaces } from './test-places.ts';
import { runEndToEndTests, runUnitTests } from './test-runs.ts';
import type { CheckResult } from './tool.ts';

interface Check {
  readonly title: string;
  readonly run: () => CheckResult | Promise<CheckResult>;
  /** Reads the sources and leaves them as they are: begun together with its like, since none of them keeps two cores busy. */
  readonly reads?: true;
}

const checks: Readonly<Record<string, Check>> = {
  lint: { title: 'Format and lint', run: statics.checkFormatAndLint, reads: true },
  promises: { title: 'Forgotten promises, incomplete switches', run: statics.checkPromises, reads: true },
  types: { title: 'Types, folder by folder, and against the oldest runtime', run: statics.checkTypes, reads: true },
  layers: { title: 'Layers', run: statics.checkLayers, reads: true },
  unused: { title: 'Unused code', run: statics.checkUnused, reads: true },
  sizes: { title: 'File sizes', run: statics.checkFileSizes, reads: true },
  places: { title: 'Tests lie where their source lies', run: checkTestPlaces, reads: true },
  spec: { title: 'Every rule has a test, every tested rule is written down', run: checkSpecRules, reads: true },
  plants: { title: 'The checkers report the violations planted for them', run: checkPlantedViolations },
  unit: { title: 'Unit and contract tests', run: runUnitTests },
  e2e: { title: 'End-to-end tests in the real window', run: runEndToEndTests },
  package: { title: 'The packaged app starts', run: checkPackage },
};

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
  const asked = Object.entries(checks).filter(([name]) => names.length === 0 || names.includes(name));
  const begun = new Map(asked.filter(([, { reads }]) => reads).map(([name, { run }]) => [name, runGuarded(run)]));
  for (const [name, check] of asked) {
    console.log(`\n${check.title} (${name}) ...`);
    const startedMs = Date.now();
    const result = await (begun.get(name) ?? runGuarded(check.run));
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
    if (result.report) console.log(result.report);
    console.log(`  ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** A check that breaks down is a failed check, not the end of the run. */
async function runGuarded(run: () => CheckResult | Promise<CheckResult>): Promise<CheckResult> {
  try {
    return await run();
  } catch (error) {
    const report = error instanceof CannotGoOn ? error.message : String(error instanceof Error ? error.stack : error);
    return { passed: 0, failed: 1, report };
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../paths.ts';
import { allFolders, sourceFiles } from './source-files.ts';
import { type CheckResult, passedIfNone, passedIfZero, runTool, sumOf } from './tool.ts';

export const tools = {
  biome: '@biomejs/biome/bin/biome',
  cruiser: 'dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'knip/bin/knip.js',
  oxlint: 'oxlint/bin/oxlint',
  // Version 7; `typescript` itself stays at 6 because dependency-cruiser needs its programming interface.
  typescript: 'typescript-native/bin/tsc',
};

/** No file grows past what can be read once from top to bottom. */
const lineLimit = 300;

export async function checkFormatAndLint() {
  return passedIfZero(
    await runTool(tools.biome, ['check', '--diagnostic-level=warn', '--max-diagnostics=50', '--error-on-warnings']),
  );
}

export async function checkPromises() {
  return passedIfZero(await runTool(tools.oxlint, ['--type-aware', '--deny-warnings']));
}

/** One check for each folder, since each has its own runtime, and one against the declarations of the oldest runtime. */
export async function checkTypes() {
  const results: CheckResult[] = [];
  for (const project of [...allFolders, 'build/substitute.tsconfig.json']) {
    const result = passedIfZero(await runTool(tools.typescript, ['-p', project, '--pretty', 'false']));
    results.push(result.report ? { ...result, report: `${project}\n${result.report}` } : result);
  }
  return sumOf(results);
}

/** Fails also when a source file was not seen: a checker that silently checks nothing is worse than none. */
export async function checkLayers() {
  const result = await runTool(tools.cruiser, [...allFolders, '--output-type', 'json']);
  const { modules, summary } = JSON.parse(result.stdout) as CruiseReport;
  const seen = new Set(modules.map((module) => module.source));
  return passedIfNone([
    ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    ...sourceFiles(allFolders, /\.(tsx?|mjs)$/)
      .filter((path) => !seen.has(path))
      .map((path) => `not seen by the layer check: ${path}`),
  ]);
}

/** What dependency-cruiser reports, as far as it is read here. */
export interface CruiseReport {
  readonly modules: readonly { source: string }[];
  readonly summary: { violations: readonly { rule: { name: string }; from: string; to: string }[] };
}

/** Twice: whatever nothing uses, then product code that only a test uses. */
export async function checkUnused() {
  const everything = passedIfZero(await runTool(tools.knip, ['--no-progress']));
  const product = passedIfZero(await runTool(tools.knip, ['--no-progress', '--production']));
  return sumOf([
    everything,
    product.report ? { ...product, report: `Used by tests only:\n${product.report}` } : product,
  ]);
}

export function checkFileSizes() {
  return passedIfNone(
    sourceFiles(allFolders, /\.(tsx?|mjs|css)$/).flatMap((path) => {
      const lines = readFileSync(join(repository, path), 'utf8').split('\n').length - 1;
      return lines > lineLimit ? [`${path} has ${lines} lines; the limit is ${lineLimit}`] : [];
    }),
  );
}

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repository } from '../paths.ts';
import { allFolders } from './source-files.ts';
import { type CruiseReport, tools } from './static-checks.ts';
import { passedIfNone, runTool } from './tool.ts';

/** The project's own settings; the plants are judged by these and no others. */
const settings = [
  '.dependency-cruiser.cjs',
  '.oxlintrc.json',
  'biome.json',
  'knip.json',
  'package.json',
  'tsconfig.json',
  'build/checks/no-ambient.grit',
  'build/substitute.tsconfig.json',
  'build/tsconfig.json',
  'electron/tsconfig.json',
  'renderer/tsconfig.json',
  'shared/tsconfig.json',
];

/** What a checker found: `CHECKER RULE FILE`. */
type Finding = string;

/**
 * Runs every checker over code that breaks its rules on purpose (test/fixtures/lint) and reports the rules that stayed
 * silent, and the configured rules for which nothing is planted.
 */
export async function checkPlantedViolations() {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-plants-'));
  try {
    cpSync(join(repository, 'test', 'fixtures', 'lint'), folder, { recursive: true });
    for (const path of settings) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(join(repository, path), join(folder, path));
    }
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    const plants = readPlants(folder);
    const found = new Set([
      ...(await findWithBiome(folder)),
      ...(await findWithOxlint(folder)),
      ...(await findWithTypeScript(folder)),
      ...(await findWithCruiser(folder)),
      ...(await findWithKnip(folder)),
    ]);
    return passedIfNone([
      ...(plants.length === 0 ? ['nothing is planted'] : []),
      ...plants.filter((plant) => !found.has(plant)).map((plant) => `not reported: ${plant}`),
      ...configuredRules()
        .filter((rule) => !plants.some((plant) => plant.startsWith(`${rule} `)))
        .map((rule) => `nothing is planted for: ${rule}`),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns what the files themselves say should be found */
function readPlants(folder: string): Finding[] {
  return allFolders
    .flatMap((top) =>
      readdirSync(join(folder, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`),
    )
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return [...text.matchAll(/^\/\/ plant: (\S+ \S+)$/gm)].map((match) => `${match[1]} ${path}`);
    });
}

/** @returns `CHECKER RULE` of each rule that the project switches on by name */
function configuredRules(): string[] {
  const require = createRequire(join(repository, 'package.json'));
  const biome = JSON.parse(readFileSync(join(repository, 'biome.json'), 'utf8'));
  const oxlint = JSON.parse(readFileSync(join(repository, '.oxlintrc.json'), 'utf8'));
  const cruiser: { forbidden: readonly { name: string }[] } = require(join(repository, '.dependency-cruiser.cjs'));
  const names: (rules: object) => string[] = (rules) => Object.values(rules).flatMap((group) => Object.keys(group));
  return [
    ...names(biome.linter.rules).map((name) => `lint ${name}`),
    ...Object.keys(oxlint.rules).map((name) => `promises ${name.split('/')[1]}`),
    ...cruiser.forbidden.map(({ name }) => `layers ${name}`),
  ];
}

async function findWithBiome(cwd: string): Promise<Finding[]> {
  const { stdout } = await runTool(tools.biome, ['check', '--reporter=json', '--max-diagnostics=none'], { cwd });
  const report: { diagnostics: readonly { category: string; location: { path: string } }[] } = JSON.parse(stdout);
  return report.diagnostics.map(({ category, location }) => `lint ${category.split('/').at(-1)} ${location.path}`);
}

async function findWithOxlint(cwd: string): Promise<Finding[]> {
  const { stdout } = await runTool(tools.oxlint, ['--type-aware', '--format', 'json'], { cwd });
  const report: { diagnostics: readonly { code: string; filename: string }[] } = JSON.parse(stdout);
  return report.diagnostics.map(({ code, filename }) => `promises ${/\((.+)\)/.exec(code)?.[1]} ${filename}`);
}

async function findWithTypeScript(cwd: string): Promise<Finding[]> {
  const ordinary = ['shared', 'electron', 'renderer', 'build'].map((project) => ({ project, name: 'types' }));
  const runs = [...ordinary, { project: 'build/substitute.tsconfig.json', name: 'oldest-types' }];
  const found: Finding[] = [];
  for (const { project, name } of runs) {
    const { stdout } = await runTool(tools.typescript, ['-p', project, '--pretty', 'false'], { cwd });
    for (const match of stdout.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+)/gm))
      found.push(`${name} ${match[2]} ${match[1]}`);
  }
  return found;
}

async function findWithCruiser(cwd: string): Promise<Finding[]> {
  const { stdout } = await runTool(tools.cruiser, [...allFolders, '--output-type', 'json'], { cwd });
  const { summary }: CruiseReport = JSON.parse(stdout);
  return summary.violations.map(({ rule, from }) => `layers ${rule.name} ${from}`);
}

async function findWithKnip(cwd: string): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { name, args } of [
    { name: 'unused', args: [] },
    { name: 'unused-in-product', args: ['--production'] },
  ]) {
    const { stdout } = await runTool(tools.knip, ['--no-progress', '--reporter', 'json', ...args], { cwd });
    const report: { issues: readonly ({ file: string } & Record<string, unknown>)[] } = JSON.parse(stdout);
    for (const { file, ...kinds } of report.issues) {
      for (const [kind, list] of Object.entries(kinds)) {
        if (Array.isArray(list) && list.length > 0) found.push(`${name} ${kind} ${file}`);
      }
    }
  }
  return found;
}

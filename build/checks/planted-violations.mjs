import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repository } from '../paths.mjs';
import { allFolders } from './source-files.mjs';
import { tools } from './static-checks.mjs';
import { passedIfNone, runTool } from './tool.mjs';

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
  'electron/tsconfig.json',
  'renderer/tsconfig.json',
  'shared/tsconfig.json',
];

/** What a checker found: `CHECKER RULE FILE`. @typedef {string} Finding */

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

/**
 * @param {string} folder
 * @returns {Finding[]} what the files themselves say should be found
 */
function readPlants(folder) {
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

/** @returns {string[]} `CHECKER RULE` of each rule that the project switches on by name */
function configuredRules() {
  const require = createRequire(import.meta.url);
  const biome = JSON.parse(readFileSync(join(repository, 'biome.json'), 'utf8'));
  const oxlint = JSON.parse(readFileSync(join(repository, '.oxlintrc.json'), 'utf8'));
  /** @type {{ forbidden: readonly { name: string }[] }} */
  const cruiser = require(join(repository, '.dependency-cruiser.cjs'));
  /** @type {(rules: object) => string[]} */
  const names = (rules) => Object.values(rules).flatMap((group) => Object.keys(group));
  return [
    ...names(biome.linter.rules).map((name) => `lint ${name}`),
    ...Object.keys(oxlint.rules).map((name) => `promises ${name.split('/')[1]}`),
    ...cruiser.forbidden.map(({ name }) => `layers ${name}`),
  ];
}

/** @param {string} cwd @returns {Promise<Finding[]>} */
async function findWithBiome(cwd) {
  const { stdout } = await runTool(tools.biome, ['check', '--reporter=json', '--max-diagnostics=none'], { cwd });
  /** @type {{ diagnostics: readonly { category: string, location: { path: string } }[] }} */
  const report = JSON.parse(stdout);
  return report.diagnostics.map(({ category, location }) => `lint ${category.split('/').at(-1)} ${location.path}`);
}

/** @param {string} cwd @returns {Promise<Finding[]>} */
async function findWithOxlint(cwd) {
  const { stdout } = await runTool(tools.oxlint, ['--type-aware', '--format', 'json'], { cwd });
  /** @type {{ diagnostics: readonly { code: string, filename: string }[] }} */
  const report = JSON.parse(stdout);
  return report.diagnostics.map(({ code, filename }) => `promises ${/\((.+)\)/.exec(code)?.[1]} ${filename}`);
}

/** @param {string} cwd @returns {Promise<Finding[]>} */
async function findWithTypeScript(cwd) {
  const ordinary = ['shared', 'electron', 'renderer'].map((project) => ({ project, name: 'types' }));
  const runs = [...ordinary, { project: 'build/substitute.tsconfig.json', name: 'oldest-types' }];
  /** @type {Finding[]} */
  const found = [];
  for (const { project, name } of runs) {
    const { stdout } = await runTool(tools.typescript, ['-p', project, '--pretty', 'false'], { cwd });
    for (const match of stdout.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+)/gm))
      found.push(`${name} ${match[2]} ${match[1]}`);
  }
  return found;
}

/** @param {string} cwd @returns {Promise<Finding[]>} */
async function findWithCruiser(cwd) {
  const { stdout } = await runTool(tools.cruiser, [...allFolders, '--output-type', 'json'], { cwd });
  /** @type {import('./static-checks.mjs').CruiseReport} */
  const { summary } = JSON.parse(stdout);
  return summary.violations.map(({ rule, from }) => `layers ${rule.name} ${from}`);
}

/** @param {string} cwd @returns {Promise<Finding[]>} */
async function findWithKnip(cwd) {
  /** @type {Finding[]} */
  const found = [];
  for (const { name, args } of [
    { name: 'unused', args: [] },
    { name: 'unused-in-product', args: ['--production'] },
  ]) {
    const { stdout } = await runTool(tools.knip, ['--no-progress', '--reporter', 'json', ...args], { cwd });
    /** @type {{ issues: readonly ({ file: string } & Record<string, unknown>)[] }} */
    const report = JSON.parse(stdout);
    for (const { file, ...kinds } of report.issues) {
      for (const [kind, list] of Object.entries(kinds)) {
        if (Array.isArray(list) && list.length > 0) found.push(`${name} ${kind} ${file}`);
      }
    }
  }
  return found;
}

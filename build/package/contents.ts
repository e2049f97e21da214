import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder } from '../paths.ts';

/** Main, its child processes, and the command line. */
const programs = ['main', 'library', 'mirror', 'docx', 'cli'];
/** Beside the app's own archive nothing lies in its resources. */
const resources = ['LICENSE.txt', 'THIRD-PARTY-LICENCES.txt', 'app.asar'];
/** Electron's own licence and those of what it is made of. */
const licencesOfElectron = ['LICENSE.electron.txt', 'LICENSES.chromium.html'];
/** What is bundled and must be named: code, fonts, icons. */
const mustBeNamed = [
  'react-dom',
  'zod',
  'docx',
  // Inside docx's own file.
  'fflate',
  'nanoid',
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
  '@tabler/icons-react',
];
/** Texts of licences that stand in no package of their own: of the fonts, and of code that docx has taken over. */
const mustBeQuoted = ['SIL OPEN FONT LICENSE', 'Copyright Joyent, Inc.'];
/** Of the checkout, not of the product. */
const unwanted =
  /(^|\/)(node_modules|test|tests|build)\/|\.map$|\.(test|e2e)\.|\.tsx?$|third-party-.*\.json$|(^|\/)stamp$/;

/**
 * @param folder the unpacked package
 * @returns what is missing in it or should not be there
 */
export function findStrangers(folder: string): string[] {
  const names = readdirSync(join(folder, 'resources'));
  const beside = readdirSync(folder);
  const inside = listArchive(join(folder, 'resources', 'app.asar'));
  const licences = readFileSync(join(folder, 'resources', 'THIRD-PARTY-LICENCES.txt'), 'utf8');
  const fonts = readdirSync(join(bundleFolder, 'main', 'fonts')).map((name) => `out/main/fonts/${name}`);
  return [
    ...resources.filter((name) => !names.includes(name)).map((name) => `the package lacks resources/${name}`),
    ...names.filter((name) => !resources.includes(name)).map((name) => `the package holds resources/${name}`),
    ...licencesOfElectron.filter((name) => !beside.includes(name)).map((name) => `the package lacks ${name}`),
    ...mustBeNamed
      .filter((name) => !licences.includes(`\n${name} `))
      .map((name) => `the third-party licences do not name ${name}`),
    ...mustBeQuoted.filter((text) => !licences.includes(text)).map((text) => `the third-party licences lack "${text}"`),
    ...(fonts.length > 0 ? [] : ['the bundle has no report fonts']),
    ...[...fonts, 'package.json', ...programs.map((name) => `out/main/${name}.js`)]
      .filter((path) => !inside.includes(path))
      .map((path) => `app.asar lacks ${path}`),
    ...inside.filter((path) => unwanted.test(path)).map((path) => `app.asar holds ${path}`),
  ];
}

/**
 * An asar begins with its list of files as JSON, after four 32-bit lengths; the last one is the JSON's.
 * @returns paths with `/`
 */
function listArchive(file: string): string[] {
  const bytes = readFileSync(file);
  return listFiles(JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))), '');
}

interface AsarEntry {
  readonly files?: Record<string, AsarEntry>;
}

function listFiles({ files }: AsarEntry, path: string): string[] {
  if (files === undefined) return [path];
  return Object.entries(files).flatMap(([name, child]) => listFiles(child, path === '' ? name : `${path}/${name}`));
}

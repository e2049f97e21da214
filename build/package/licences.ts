import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder, repository } from '../paths.ts';

const licenceFile = /^(licen[cs]e|copying|notice|ofl)/i;

/**
 * The licences of everything that the bundle holds, as one text: libraries, fonts, icons. Electron's and Chromium's own
 * lie beside the executable.
 */
export function collectLicences(): string {
  const parts = bundledFolders().map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return {
      title: `${manifest.name} ${manifest.version}`,
      licence: String(manifest.license ?? ''),
      texts: readTexts(folder),
    };
  });
  const nameless = parts.filter((part) => part.licence === '' && part.texts.length === 0);
  if (nameless.length > 0) throw new Error(`No licence found for ${nameless.map((part) => part.title).join(', ')}`);
  const sections = parts.map(({ title, licence, texts }) => [`${title} (${licence})`, ...texts].join('\n\n'));
  return ['Holdfast contains the following parts by others.', ...sections].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** @returns as written down by the bundler, see bundled-packages.ts */
function bundledFolders(): string[] {
  const lists = ['main', 'preload', 'renderer'].flatMap((part) => {
    const file = join(bundleFolder, part, `third-party-${part}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
  });
  return [...new Set(lists)].sort().map((folder) => join(repository, folder));
}

function readTexts(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim());
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundledPackage } from '../bundled-packages.ts';
import { bundleFolder, repository } from '../paths.ts';

const licenceFile = /^(licen[cs]e|copying|notice|ofl)/i;

/**
 * The licences of everything that the bundle holds, as one text: libraries, fonts, icons. Electron's and Chromium's own
 * lie beside the executable.
 */
export function collectLicences(): string {
  const parts = bundledPackages().map(({ folder, notices }) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return {
      title: `${manifest.name} ${manifest.version}`,
      licence: String(manifest.license ?? ''),
      texts: [...readTexts(folder), ...notices],
    };
  });
  const nameless = parts.filter((part) => part.licence === '' && part.texts.length === 0);
  if (nameless.length > 0) throw new Error(`No licence found for ${nameless.map((part) => part.title).join(', ')}`);
  const sections = parts.map(({ title, licence, texts }) => [`${title} (${licence})`, ...texts].join('\n\n'));
  return ['Holdfast contains the following parts by others.', ...sections].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** @returns each once, as written down by the bundler, see bundled-packages.ts; folders are absolute */
function bundledPackages(): BundledPackage[] {
  const lists = ['main', 'preload', 'renderer'].flatMap((part) => {
    const file = join(bundleFolder, part, `third-party-${part}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BundledPackage[]) : [];
  });
  return [...new Set(lists.map(({ folder }) => folder))].sort().map((folder) => ({
    folder: join(repository, folder),
    notices: [...new Set(lists.flatMap((each) => (each.folder === folder ? each.notices : [])))],
  }));
}

function readTexts(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim());
}

import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { carriedPackages, licenceNotices } from './carried-code.ts';
import { repository } from './paths.ts';

export interface BundledPackage {
  /** From the repository. */
  readonly folder: string;
  /** Licences of parts by others that stand in its code. */
  readonly notices: readonly string[];
}

/**
 * Writes down which packages went into a bundle (`third-party-NAME.json`), so that the licences in the package are those
 * of what it really holds. Superset by intent: a package that tree-shaking emptied is still named, and so is one that
 * lies inside the file of another.
 */
export function listBundledPackages(name: string): Plugin {
  return {
    name: 'holdfast-bundled-packages',
    generateBundle() {
      const notices = new Map<string, Set<string>>();
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id.replace(/^\0/, '').replace(/[?#].*$/, ''));
        if (!folder?.startsWith(repository)) continue;
        const code = this.getModuleInfo(id)?.code ?? '';
        const own = notices.get(folder) ?? new Set();
        for (const notice of licenceNotices(code)) own.add(notice);
        notices.set(folder, own);
        for (const carried of carriedPackages(code)) {
          const inside = installedFolder(carried, folder);
          notices.set(inside, notices.get(inside) ?? new Set());
        }
      }
      const list = [...notices].map(
        ([folder, own]): BundledPackage => ({ folder: relative(repository, folder), notices: [...own] }),
      );
      list.sort((a, b) => (a.folder < b.folder ? -1 : 1));
      this.emitFile({
        type: 'asset',
        fileName: `third-party-${name}.json`,
        source: `${JSON.stringify(list, null, 2)}\n`,
      });
    },
  };
}

function packageFolder(file: string): string | undefined {
  const inside = file.lastIndexOf('/node_modules/');
  if (inside === -1) return undefined;
  const segments = file.slice(inside + '/node_modules/'.length).split('/');
  const name = segments[0]?.startsWith('@') ? segments.slice(0, 2) : segments.slice(0, 1);
  const folder = join(file.slice(0, inside), 'node_modules', ...name);
  return existsSync(join(folder, 'package.json')) ? folder : dirname(folder);
}

/** Where Node would find a package from the folder of another; throws where it is not installed, and so has no licence to show. */
function installedFolder(name: string, from: string): string {
  const found = join(from, 'node_modules', name);
  if (existsSync(join(found, 'package.json'))) return found;
  const above = dirname(from);
  if (above === from)
    throw new Error(`${name} lies inside a bundled package, and is not installed: its licence is missing`);
  return installedFolder(name, above);
}

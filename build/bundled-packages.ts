import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { repository } from './paths.ts';

/**
 * Writes down which packages went into a bundle (`third-party-NAME.json`: their folders), so that the licences in the
 * package are those of what it really holds. Superset by intent: a package that tree-shaking emptied is still named.
 */
export function listBundledPackages(name: string): Plugin {
  return {
    name: 'holdfast-bundled-packages',
    generateBundle() {
      const folders = new Set<string>();
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id.replace(/^\0/, '').replace(/[?#].*$/, ''));
        if (folder?.startsWith(repository)) folders.add(relative(repository, folder));
      }
      const source = `${JSON.stringify([...folders].sort(), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: `third-party-${name}.json`, source });
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

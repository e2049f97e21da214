import { basename, join, relative } from 'node:path';
import { repository } from './paths.ts';

/** A text of a source file, where it stands exactly once, and what takes its place in the bundle. */
export interface Edit {
  /** Inside the repository, with `/` on every system. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/**
 * Bundles one TypeScript program of test/ with everything it needs: Node 20 cannot run TypeScript.
 * @param entry inside the repository
 * @param folder where the program is put
 * @param edits made in the sources on the way
 * @returns the program
 */
export async function bundleForNode(entry: string, folder: string, edits: readonly Edit[] = []): Promise<string> {
  const name = basename(entry, '.ts');
  const { build } = await import('vite');
  await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'edits', enforce: 'pre', transform: (code, id) => applyEdits(code, id, edits) }],
    // Playwright starts programs of its own by their place in its package.
    ssr: { noExternal: true, external: ['@playwright/test'] },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(folder, `${name}.mjs`);
}

function applyEdits(code: string, id: string, edits: readonly Edit[]): string {
  const own = edits.filter(({ file }) => relative(repository, id).replaceAll('\\', '/') === file);
  // A function as replacement: nothing in the new text is special.
  return own.reduce((text, { find, put }) => text.replace(find, () => put), code);
}

import { basename, join } from 'node:path';
import { type Edit, editSource } from './edit-source.ts';
import { repository } from './paths.ts';

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
    plugins: [editSource(edits)],
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

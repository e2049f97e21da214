import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Edit, editSource } from './edit-source.ts';
import { repository } from './paths.ts';

/**
 * Builds the app as `bundle.ts` does, with edits made in its sources on the way. `out/` of the checkout is not touched.
 * @param folder that does not exist yet
 * @returns the folder, which Electron can be given as an app
 */
export async function bundleEditedApp(folder: string, edits: readonly Edit[]): Promise<string> {
  mkdirSync(folder);
  copyFileSync(join(repository, 'package.json'), join(folder, 'package.json'));
  const { build } = await import('electron-vite');
  await build({
    configFile: join(repository, 'build', 'electron.vite.config.ts'),
    logLevel: 'error',
    plugins: [editSource(edits)],
    build: { outDir: join(folder, 'out') },
  });
  return folder;
}

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFromLibrary } from './console-page.ts';
import type { LaunchOptions, RunningApp } from './electron-app.ts';
import { makeBusyIncident } from './made-library.ts';

/** As `npm run holdfast` runs it, without the build step. */
export const commandLine = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));

/** The app with a drill open that shows everything a console can show. */
export const launchBusy = async (
  launch: (options?: LaunchOptions) => Promise<RunningApp>,
  folder: string,
): Promise<RunningApp> => {
  const library = join(folder, 'library');
  const busy = await makeBusyIncident(library, commandLine);
  const app = await launch({ library });
  await openFromLibrary(app.page, busy);
  return app;
};

// Stands where Electron's own default app would: `electron FOLDER` runs the app in FOLDER.
// Top-level await holds `ready` back until the app's main module has run, so it can still register its scheme.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as electron from 'electron';

// The two setters are there but undocumented.
const app = electron.app as electron.App & Record<'setVersion' | 'setAppPath', (value: string) => void>;

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (named === undefined) {
  console.error('Name the folder of the app to run.');
  app.exit(2);
} else {
  const folder = resolve(named);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setVersion(manifest.version);
  app.setName(manifest.productName ?? manifest.name);
  app.setDesktopName(`${manifest.name}.desktop`);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
  app.setAppPath(folder);
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  await import(pathToFileURL(join(folder, manifest.main)).href);
}

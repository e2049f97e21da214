import { join } from 'node:path';
import { app, Menu, screen, session } from 'electron';
import { claimInstance } from './instance.ts';
import { handleAppRequests } from './ipc/app-requests.ts';
import { createRequestRouter } from './ipc/requests.ts';
import { createWindowRegistry } from './ipc/window-registry.ts';
import { openPreferenceFile } from './preferences/preference-file.ts';
import { parseStartOptions } from './start-options.ts';
import { registerAppScheme, serveApp } from './windows/app-scheme.ts';
import { createApplicationMenu } from './windows/application-menu.ts';
import { createConsoleWindow } from './windows/console-window.ts';
import { guardContents } from './windows/contents-guard.ts';
import { guardSession, keepChromiumOffline } from './windows/session-guard.ts';
import { placeWindow } from './windows/window-bounds.ts';

const userData = app.getPath('userData');
const options = parseStartOptions({
  argv: process.argv.slice(1),
  env: process.env,
  isPackaged: app.isPackaged,
  workingFolder: process.cwd(),
  defaultLibrary: join(userData, 'library'),
});
const bundle = join(import.meta.dirname, '..');

if (mayStart() && claimInstance(app, userData, options.library)) start();
else app.quit();

/** Without its sandbox a released app would run unprotected; only root, who cannot have one, may do without. */
function mayStart(): boolean {
  const hasNoSandbox = app.commandLine.hasSwitch('no-sandbox');
  // Both together hang Chromium.
  if (!hasNoSandbox) app.enableSandbox();
  if (!hasNoSandbox || !app.isPackaged || process.getuid?.() === 0) return true;
  console.error('Holdfast does not run with --no-sandbox.');
  return false;
}

function start(): void {
  registerAppScheme();
  keepChromiumOffline(app);
  guardContents(app);
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.whenReady().then(openConsole, fail);
}

async function openConsole(): Promise<void> {
  const registry = createWindowRegistry();
  const preferences = openPreferenceFile(userData);
  await guardSession(session.defaultSession);
  serveApp(session.defaultSession, join(bundle, 'renderer'));

  const router = createRequestRouter(registry);
  handleAppRequests(router, preferences, options);

  // The library process is forked here (`utilityProcess.fork(join(import.meta.dirname, 'library.js'))`), before the
  // window, so that both load side by side; its requests are registered on the router.

  const { consoleBounds, isConsoleMaximized } = preferences.current();
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = createConsoleWindow({
    preload: join(bundle, 'preload', 'preload.cjs'),
    bounds: placeWindow(consoleBounds, workAreas),
    isMaximized: isConsoleMaximized ?? false,
    hasDevTools: !app.isPackaged,
  });
  registry.add(window, 'console');
  Menu.setApplicationMenu(createApplicationMenu(app.isPackaged));
  window.on('close', () => {
    preferences.save({ consoleBounds: window.getNormalBounds(), isConsoleMaximized: window.isMaximized() });
  });
  app.on('will-quit', (event) => {
    const saved = preferences.whenSaved();
    if (saved === undefined) return;
    event.preventDefault();
    saved.then(() => app.quit(), fail);
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

function fail(error: unknown): void {
  console.error('Holdfast could not start:', error);
  app.exit(1);
}

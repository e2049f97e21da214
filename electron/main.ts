import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, globalShortcut, Menu, screen, session, type WebContents } from 'electron';
import { msToInstant } from '../shared/kernel/instant.ts';
import { defaultLibraryFolder } from './data-folder.ts';
import { createDocxRenderer } from './exports/docx/docx-process.ts';
import { holdsOtherBytes } from './exports/holds-other-bytes.ts';
import { createFontReader, createFontsFor } from './exports/report-fonts.ts';
import { claimInstance } from './instance.ts';
import { authorOf, handleAppRequests } from './ipc/app-requests.ts';
import { pushTestClock } from './ipc/clock-push.ts';
import { connectLibrary } from './ipc/connect-library.ts';
import { handleContactRequests } from './ipc/contact-requests.ts';
import { handleGlobalKeyRequests } from './ipc/global-key-requests.ts';
import { handleIncidentRequests } from './ipc/incident-requests.ts';
import { handleMoveRequest, wentOnWords } from './ipc/move-request.ts';
import { handlePlaceRequests } from './ipc/place-requests.ts';
import { createPush } from './ipc/pushes.ts';
import { createRequestRouter } from './ipc/requests.ts';
import { handleResidueRequests } from './ipc/residue-requests.ts';
import { handleReviewRequests } from './ipc/review-requests.ts';
import { startDocxProcess } from './ipc/start-library-process.ts';
import { createWindowRegistry } from './ipc/window-registry.ts';
import { handleWindowRequests, showConsole } from './ipc/window-requests.ts';
import { replaceFile } from './library/durable-file.ts';
import { readIdentity } from './library/library-folder.ts';
import { createNodeFileLayer } from './library/node-file-layer.ts';
import { openOwedDeletions } from './preferences/owed-deletions.ts';
import { openPreferenceFile, type PreferenceFile } from './preferences/preference-file.ts';
import type { Preferences } from './preferences/preferences.ts';
import { parseBundleArgument, parseStartOptions } from './start-options.ts';
import { readTestClock } from './test-clock.ts';
import { registerAppScheme, serveApp } from './windows/app-scheme.ts';
import { createApplicationMenu } from './windows/application-menu.ts';
import { createCaptureWindow } from './windows/capture-window.ts';
import { createOrderlyClose } from './windows/close-in-order.ts';
import { createConsoleWindow } from './windows/console-window.ts';
import { guardContents } from './windows/contents-guard.ts';
import { createGlobalKeyring, defaultGlobalKeys } from './windows/global-keys.ts';
import { guardSession, keepChromiumOffline } from './windows/session-guard.ts';
import { placeWindow } from './windows/window-bounds.ts';

const userData = app.getPath('userData');
const defaultLibrary = defaultLibraryFolder(userData);
const options = parseStartOptions({
  argv: process.argv.slice(1),
  env: process.env,
  isPackaged: app.isPackaged,
  workingFolder: process.cwd(),
  defaultLibrary,
});
const bundle = join(import.meta.dirname, '..');
const preload = join(bundle, 'preload', 'preload.cjs');
const hasDevTools = !app.isPackaged;

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
  app.whenReady().then(openConsole).catch(fail);
}

async function openConsole(): Promise<void> {
  const registry = createWindowRegistry();
  const preferences = openPreferenceFile(userData);
  const router = createRequestRouter(registry);
  const push = createPush(registry);
  // Forked before the window, so that both load side by side.
  const library = connectLibrary({
    bundle: import.meta.dirname,
    push,
    options: {
      folder: options.library,
      // Only the default folder is made whole: a mistyped path must not become a library.
      mayCreateParents: options.library === defaultLibrary,
      expected: expectedLibrary(preferences.current()),
      cacheFolder: join(userData, 'cache'),
      appVersion: app.getVersion(),
      testClock: options.testClockFile ?? null,
    },
    mirror: preferences.current().mirrors?.[options.library] ?? null,
    onIdentity: (folder, id) => {
      const { libraries } = preferences.current();
      if (libraries?.[folder] !== id) preferences.save({ libraries: { ...libraries, [folder]: id } });
    },
    owed: openOwedDeletions(preferences),
  });
  const lostPreferences = preferences.notice();
  if (lostPreferences !== null) library.addNotice(lostPreferences);
  await guardSession(session.defaultSession);
  serveApp(session.defaultSession, join(bundle, 'renderer'));

  const now = () =>
    options.testClockFile === undefined ? msToInstant(Date.now()) : readTestClock(options.testClockFile);
  const textScale = () => preferences.current().view?.textScale ?? 1;
  const capture = createCaptureWindow(preload, hasDevTools, textScale, (window) => {
    const { id } = window.webContents;
    registry.add(window, 'capture');
    window.once('closed', () => library.incidents.leave(id));
  });
  const writeFile = (path: string, bytes: Uint8Array) => replaceFile(createNodeFileLayer(), path, bytes, randomUUID());
  const fontsFor = createFontsFor(createFontReader(join(import.meta.dirname, 'fonts')));
  const scaleText = (factor: number) => {
    for (const window of registry.windows()) window.webContents.setZoomFactor(factor);
  };
  const keyring = createGlobalKeyring(globalShortcut, {
    capture: capture.show,
    console: () => showConsole(registry),
    declare: () => {
      showConsole(registry);
      push('action:run', 'library.declare', 'console');
    },
  });
  const globalKeys = () => ({ keys: keyring.current(), refused: keyring.refused() });
  handleAppRequests(router, { preferences, options, library, globalKeys, scaleText });
  handleGlobalKeyRequests(router, { preferences, keyring });
  const wentOn = () => preferences.current().wentOn ?? {};
  const left = wentOn()[options.library];
  const endWentOn = left === undefined ? undefined : library.addNotice(wentOnWords(left));
  handleMoveRequest(router, library, (folder) => {
    preferences.save({ wentOn: { ...wentOn(), [options.library]: { folder, at: now() } } });
  });
  handleIncidentRequests(router, {
    library: library.client,
    incidents: library.incidents,
    author: () => authorOf(preferences),
  });
  handleResidueRequests(router, {
    library: library.client,
    deleteInMirror: library.deleteInMirror,
    author: () => authorOf(preferences),
  });
  const places = handlePlaceRequests(router, {
    library: library.client,
    now,
    status: library.status,
    follow: (folder) => {
      const { [options.library]: _, ...others } = preferences.current().mirrors ?? {};
      preferences.save({ mirrors: folder === null ? others : { ...others, [options.library]: folder } });
      library.mirrorTo(folder);
    },
    onRestored: (path) => {
      const { [options.library]: own, ...others } = wentOn();
      if (own?.folder !== path) return;
      preferences.save({ wentOn: others });
      endWentOn?.();
    },
  });
  if (options.bundle !== undefined) places.offer(options.bundle);
  handleContactRequests(router, { library: library.client, writeFile });
  handleReviewRequests(router, {
    library: library.client,
    writeFile,
    isTaken: holdsOtherBytes,
    fontsFor,
    renderDocx: createDocxRenderer(() => startDocxProcess(import.meta.dirname)),
    now,
    ensureFolder: async (path) => {
      await mkdir(path, { recursive: true, mode: 0o700 });
    },
  });
  const checkDeadlines = handleWindowRequests(router, {
    registry,
    push,
    capture,
    now,
    onPageReady: (page) => closing.noteReady(page),
  });
  if (options.testClockFile !== undefined) pushTestClock(options.testClockFile, push, checkDeadlines);

  const window = openConsoleWindow(preferences, textScale);
  Menu.setApplicationMenu(createApplicationMenu(app.isPackaged, (id) => push('action:run', id, 'console')));
  registry.add(window, 'console');
  const closing = createOrderlyClose({
    askPages: () => {
      push('app:closing', null);
      return registry
        .windows()
        .map(({ webContents }) => webContents)
        .filter(canAnswer)
        .map(({ id }) => id);
    },
    closeLibrary: library.client.close,
    closeWindow: () => window.close(),
    setTimer,
  });
  window.on('close', closing.onClose);
  const refused = keyring.use(preferences.current().globalKeys ?? defaultGlobalKeys);
  if (refused.length > 0) {
    const names = refused.map((id) => keyring.current()[id]).join(', ');
    library.addNotice(`This desktop gave no global key for ${names}. Choose others (Global keys), or use the window.`);
  }
  app.on('second-instance', (_event, argv, workingFolder) => {
    showConsole(registry);
    // Its first word is the program.
    const bundle = parseBundleArgument(argv.slice(1), workingFolder);
    if (bundle !== undefined) push('restore:offer', places.offer(bundle), 'console');
  });
  app.on('will-quit', (event) => {
    keyring.release();
    const saved = preferences.whenSaved();
    if (saved === undefined) return;
    event.preventDefault();
    saved.then(() => app.quit(), fail);
  });
}

/** Whatever lies there now somebody has put there. The default folder may be deleted to begin anew. */
function expectedLibrary({ libraries }: Preferences): string | null {
  const there = readIdentity(createNodeFileLayer(), join(options.library, 'library.json'));
  if (there !== null) return there.id;
  return options.library === defaultLibrary ? null : (libraries?.[options.library] ?? null);
}

function openConsoleWindow(preferences: PreferenceFile, textScale: () => number): BrowserWindow {
  const { consoleBounds, isConsoleMaximized } = preferences.current();
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = createConsoleWindow({
    preload,
    bounds: placeWindow(consoleBounds, workAreas),
    isMaximized: isConsoleMaximized ?? false,
    textScale,
    hasDevTools,
  });
  window.on('close', () => {
    preferences.save({ consoleBounds: window.getNormalBounds(), isConsoleMaximized: window.isMaximized() });
  });
  // A hidden capture window would keep the app running with nothing to be seen.
  window.on('closed', () => app.quit());
  return window;
}

/** A page that is still loading has nothing typed in it, and one that is gone answers nothing. */
function canAnswer(page: WebContents): boolean {
  return !page.isLoading() && !page.isCrashed();
}

function setTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

function fail(error: unknown): void {
  console.error('Holdfast could not start:', error);
  app.exit(1);
}

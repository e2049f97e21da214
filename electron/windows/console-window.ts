import { BrowserWindow, type Rectangle } from 'electron';
import { appPage } from './app-scheme.ts';
import { smallestWindow } from './window-bounds.ts';

export interface ConsoleWindowOptions {
  readonly preload: string;
  readonly bounds: Partial<Rectangle>;
  readonly isMaximized: boolean;
  /** Developer tools are for unpackaged runs. */
  readonly hasDevTools: boolean;
}

/** A page that has not painted by then is shown as it is: an empty window says more than none. */
const showAtLatestMs = 1_500;
/** A page that dies twice within this time is left dead rather than reloaded for ever. */
const reloadPauseMs = 10_000;

/** Creates the console's window and starts loading its page; the window shows itself once it has something to show. */
export function createConsoleWindow(options: ConsoleWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Holdfast',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#14171c',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: options.hasDevTools,
    },
  });
  if (options.isMaximized) window.maximize();
  showWhenPainted(window);
  reloadWhenPageDies(window);
  window.loadURL(appPage).catch((error: unknown) => console.error('The console page could not be loaded:', error));
  return window;
}

function showWhenPainted(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(fallback);
    if (!window.isDestroyed()) window.show();
  };
  const fallback = setTimeout(show, showAtLatestMs);
  window.once('ready-to-show', show);
}

function reloadWhenPageDies(window: BrowserWindow): void {
  let reloadedAtMs = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, details) => {
    const nowMs = performance.now();
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    console.error(`The console page ended: ${details.reason} (${details.exitCode}).`);
    if (nowMs - reloadedAtMs < reloadPauseMs) return;
    reloadedAtMs = nowMs;
    window.webContents.reload();
  });
}

import { BrowserWindow, type Rectangle } from 'electron';
import { appPage } from './app-scheme.ts';
import { reloadDeadPage } from './reload-dead-page.ts';
import { keepTextScale } from './text-scale.ts';
import { smallestWindow } from './window-bounds.ts';

export interface ConsoleWindowOptions {
  readonly preload: string;
  readonly bounds: Partial<Rectangle>;
  readonly isMaximized: boolean;
  /** 1 is the size that text comes in. */
  readonly textScale: () => number;
  /** Developer tools are for unpackaged runs. */
  readonly hasDevTools: boolean;
}

/** A page that has not painted by then is shown as it is: an empty window says more than none. */
const showAtLatestMs = 1_500;

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
  keepTextScale(window.webContents, options.textScale);
  showWhenPainted(window);
  reloadDeadPage(window, 'console');
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

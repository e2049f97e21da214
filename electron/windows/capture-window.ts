import { BrowserWindow, screen } from 'electron';
import { appPage } from './app-scheme.ts';
import { reloadDeadPage } from './reload-dead-page.ts';
import { keepTextScale } from './text-scale.ts';

const size = { width: 640, height: 168 };

export interface CaptureWindow {
  /** Opens it where the pointer is, or brings it to the front. */
  show(): void;
  /** The typed text stays in the page, and in its draft. */
  hide(): void;
}

/**
 * One line on top of everything, for what must be noted while another window has the screen. Made at its first use and
 * kept: the second time it is there at once.
 */
export const createCaptureWindow = (
  preload: string,
  hasDevTools: boolean,
  textScale: () => number,
  onCreated: (window: BrowserWindow) => void,
): CaptureWindow => {
  let window: BrowserWindow | undefined;
  const create = () => {
    const created = new BrowserWindow({
      ...size,
      title: 'Holdfast capture',
      show: false,
      frame: false,
      resizable: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      fullscreenable: false,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: hasDevTools,
      },
    });
    keepTextScale(created.webContents, textScale);
    onCreated(created);
    // A page that hangs or is gone must not stay in front of everything.
    reloadDeadPage(created, 'capture', () => created.destroy());
    created.webContents.on('before-input-event', (event, { type, key, isComposing }) => {
      if (type !== 'keyDown' || key !== 'Escape' || isComposing) return;
      event.preventDefault();
      created.hide();
    });
    created.once('closed', () => {
      window = undefined;
    });
    created.loadURL(`${appPage}?window=capture`).catch((error: unknown) => {
      console.error('The capture page could not be loaded:', error);
    });
    return created;
  };
  return {
    show: () => {
      window ??= create();
      const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
      // It grows with the text, as far as the screen goes.
      const width = Math.min(Math.round(size.width * textScale()), workArea.width);
      const height = Math.min(Math.round(size.height * textScale()), workArea.height);
      window.setBounds({
        x: Math.round(workArea.x + (workArea.width - width) / 2),
        y: Math.round(workArea.y + Math.min(workArea.height / 4, workArea.height - height)),
        width,
        height,
      });
      window.show();
      window.focus();
    },
    hide: () => window?.hide(),
  };
};

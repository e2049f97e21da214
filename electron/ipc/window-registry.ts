import type { BrowserWindow, WebContents } from 'electron';

export type WindowRole = 'console' | 'capture' | 'review' | 'strip';

/** The windows that this app opened. Only these are heard and told anything. */
export interface WindowRegistry {
  /** Registers a window until it is closed. */
  add(window: BrowserWindow, role: WindowRole): void;
  roleOf(contents: WebContents): WindowRole | undefined;
  /** The open windows of a role, or all of them. */
  windows(role?: WindowRole): readonly BrowserWindow[];
}

export function createWindowRegistry(): WindowRegistry {
  const entriesByContentsId = new Map<number, { readonly window: BrowserWindow; readonly role: WindowRole }>();
  return {
    add(window, role) {
      const { id } = window.webContents;
      entriesByContentsId.set(id, { window, role });
      window.once('closed', () => entriesByContentsId.delete(id));
    },
    roleOf: (contents) => entriesByContentsId.get(contents.id)?.role,
    windows: (role) =>
      [...entriesByContentsId.values()]
        .filter((entry) => role === undefined || entry.role === role)
        .map((entry) => entry.window),
  };
}

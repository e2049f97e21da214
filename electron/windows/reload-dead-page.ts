import type { BrowserWindow } from 'electron';

/** A page that dies twice within this time is given up rather than reloaded for ever. */
const reloadPauseMs = 10_000;

/**
 * Loads a window's page again when its process has died. Its text is there again: it comes from the drafts.
 * @param name for the log: "console"
 * @param giveUp what becomes of the window when the page dies again at once
 */
export const reloadDeadPage = (window: BrowserWindow, name: string, giveUp: () => void = () => undefined): void => {
  let reloadedAtMs = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, details) => {
    const nowMs = performance.now();
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    console.error(`The ${name} page ended: ${details.reason} (${details.exitCode}).`);
    if (nowMs - reloadedAtMs < reloadPauseMs) {
      giveUp();
      return;
    }
    reloadedAtMs = nowMs;
    window.webContents.reload();
  });
};

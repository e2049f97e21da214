import type { ChildProcess } from 'node:child_process';
import type { Page } from '@playwright/test';

/** The app ended, or the time did, before the console was usable; the message is a whole sentence. */
export class NotUsable extends Error {}

/**
 * Waits for the console of an app that was just started with `--remote-debugging-port=0` and a readable `stderr`.
 * Playwright's own launcher for Electron is not used: it needs an inspector, which a released app has not, and leaves
 * rejections behind when the app ends early.
 * @throws NotUsable when the app ends first or the time is over; the app is left to the caller
 */
export function usableConsole(app: ChildProcess, limitMs: number): Promise<Page> {
  let said = '';
  let problem = '';
  const address = new Promise<string>((resolve) => {
    app.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-5000);
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  const failed = new Promise<never>((_, reject) => {
    const tooLate = () => reject(new NotUsable(`The console was not usable within ${limitMs / 1000} s.${problem}`));
    setTimeout(tooLate, limitMs).unref();
    app.once('error', (error) => reject(new NotUsable(`The app could not be started: ${error.message}.`)));
    app.once('close', (code, signal) =>
      reject(new NotUsable(`The app ended (${code ?? signal}) before its console was usable.${ownWords(said)}`)),
    );
  });
  // A lost connection alone is no answer: it is the first sign of an app that ends, which says more.
  const opened = address.then(openPage).catch((error: unknown) => {
    problem = ` (${String(error).split('\n')[0]})`;
    return failed;
  });
  return Promise.race([opened, failed]);
}

/** What the app itself wrote last, without Chromium's log. */
function ownWords(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/^(\[\d+:|DevTools listening)/.test(line));
  return lines
    .slice(-3)
    .map((line) => ` ${line.trim()}`)
    .join('');
}

/** Without time limits of its own: the deadline above stands for all of it. */
async function openPage(address: string): Promise<Page> {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.connectOverCDP(address, { timeout: 0 });
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page', { timeout: 0 }));
  if (page === undefined) throw new Error('The app has no window.');
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 0 });
  return page;
}

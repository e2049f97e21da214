import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { isRoot, repository } from '../paths.mjs';
import { identity } from './picture-library.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ page: Page, electron: import('@playwright/test').ElectronApplication }} PictureApp */

/**
 * Starts the app as a person who has used it before: they said who they are, and chose UTC.
 * @param {{ executable: string, folder: string, library: string, clockFile: string }} options
 * @returns {Promise<PictureApp>}
 */
export async function startForPictures({ executable, folder, library, clockFile }) {
  mkdirSync(folder, { recursive: true });
  const preferences = {
    identity,
    view: { theme: 'system', zone: 'UTC', textScale: 1 },
  };
  writeFileSync(join(folder, 'preferences.json'), JSON.stringify(preferences));
  const electron = await _electron.launch({
    executablePath: executable,
    args: [repository, `--user-data-dir=${folder}`, '--library', library, '--force-device-scale-factor=1'],
    chromiumSandbox: !isRoot(),
    env: { ...withoutUndefined(process.env), TZ: 'UTC', HOLDFAST_TEST_CLOCK: clockFile },
  });
  const page = await electron.firstWindow();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return { page, electron };
}

/**
 * @param {PictureApp} app
 * @param {{ width: number, height: number }} size
 * @param {number} [zoom] as View > Zoom does it; 2 is text at 200 %
 */
export async function resize({ electron, page }, { width, height }, zoom = 1) {
  const window = await electron.browserWindow(page);
  await window.evaluate(
    (own, [toWidth, toHeight, factor]) => {
      own.setContentSize(toWidth, toHeight);
      own.webContents.setZoomFactor(factor);
    },
    /** @type {const} */ ([width, height, zoom]),
  );
  for (const giveUpMs = Date.now() + 8000; Date.now() < giveUpMs; await settle(page)) {
    // A text, not a function: this folder is checked without the names of a browser.
    if (await page.evaluate(`innerWidth === ${width / zoom} && innerHeight === ${height / zoom}`)) return;
  }
  throw new Error(`The window did not take the size ${width} x ${height}.`);
}

/**
 * Two frames later everything that follows the size or the theme has been drawn.
 * @param {Page} page
 */
export async function settle(page) {
  await page.evaluate(
    'document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))',
  );
}

/**
 * What the window shows now, without the pointer's traces.
 * @param {PictureApp} app
 * @param {Page} page
 * @param {string} path
 */
export async function takePicture({ electron }, page, path) {
  await page.mouse.move(0, 0);
  await settle(page);
  const window = await electron.browserWindow(page);
  if ((await window.evaluate((own) => own.webContents.getZoomFactor())) === 1) {
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    return;
  }
  // Playwright cuts a zoomed page to its size in CSS pixels.
  const png = await window.evaluate(async (own) => (await own.webContents.capturePage()).toPNG().toString('base64'));
  writeFileSync(path, Buffer.from(png, 'base64'));
}

/**
 * Stops or continues the process that writes the disk: what is typed meanwhile stays "recording".
 * @param {PictureApp} app
 * @param {'SIGSTOP' | 'SIGCONT'} signal
 */
export async function signalLibrary({ electron }, signal) {
  const pids = await electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter((part) => part.type === 'Utility' && part.serviceName === 'node.mojom.NodeService')
      .map((part) => part.pid),
  );
  for (const pid of pids) process.kill(pid, signal);
}

/** @param {NodeJS.ProcessEnv} environment @returns {Record<string, string>} */
function withoutUndefined(environment) {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

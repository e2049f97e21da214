import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { isRoot, repository } from '../paths.ts';
import { identity } from './picture-library.ts';

export interface PictureApp {
  readonly page: Page;
  readonly electron: ElectronApplication;
}

/**
 * Starts the app as a person who has used it before: they said who they are, and chose UTC.
 * @param isKnown false: the first start, nobody said yet who they are
 */
export async function startForPictures({
  executable,
  folder,
  library,
  clockFile,
  isKnown = true,
}: {
  executable: string;
  folder: string;
  library: string;
  clockFile: string;
  isKnown?: boolean;
}): Promise<PictureApp> {
  mkdirSync(folder, { recursive: true });
  const preferences = {
    ...(isKnown ? { identity } : {}),
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

/** @param zoom as View > Zoom does it; 2 is text at 200 % */
export async function resize(
  { electron, page }: PictureApp,
  { width, height }: { width: number; height: number },
  zoom: number = 1,
) {
  const window = await electron.browserWindow(page);
  await window.evaluate(
    (own, [toWidth, toHeight, factor]) => {
      own.setContentSize(toWidth, toHeight);
      own.webContents.setZoomFactor(factor);
    },
    [width, height, zoom] as const,
  );
  for (const giveUpMs = Date.now() + 8000; Date.now() < giveUpMs; await settle(page)) {
    // A text, not a function: this folder is checked without the names of a browser.
    if (await page.evaluate(`innerWidth === ${width / zoom} && innerHeight === ${height / zoom}`)) return;
  }
  throw new Error(`The window did not take the size ${width} x ${height}.`);
}

/** Two frames later everything that follows the size or the theme has been drawn. */
export async function settle(page: Page) {
  await page.evaluate(
    'document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))',
  );
}

/**
 * Waits until somebody would see it: not faded out, not moving, and nothing lying over it.
 * @throws {Error} when that is not so within 8 s
 */
export async function waitUntilSeen(page: Page, shown: Locator) {
  await shown.waitFor();
  for (const giveUpMs = Date.now() + 8000; Date.now() < giveUpMs; await settle(page)) {
    const isSeen = await shown.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const page = element.ownerDocument;
      const above = page.elementFromPoint(left + width / 2, top + height / 2);
      return (
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        page.getAnimations().every((animation: { playState: string }) => animation.playState !== 'running') &&
        above !== null &&
        (element.contains(above) || above.contains(element))
      );
    });
    if (isSeen) return;
  }
  throw new Error(`It is there, but cannot be seen: ${shown}`);
}

/** What the window shows now, without the pointer's traces. */
export async function takePicture({ electron }: PictureApp, page: Page, path: string) {
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

/** Stops or continues the process that writes the disk: what is typed meanwhile stays "recording". */
export async function signalLibrary({ electron }: PictureApp, signal: 'SIGSTOP' | 'SIGCONT') {
  const pids = await electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter((part) => part.type === 'Utility' && part.serviceName === 'node.mojom.NodeService')
      .map((part) => part.pid),
  );
  for (const pid of pids) process.kill(pid, signal);
}

function withoutUndefined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

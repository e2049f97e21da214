import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleIfChanged } from '../bundle.ts';
import { repository } from '../paths.ts';
import { hasDisplay, startVirtualDisplay } from '../runtime/display.ts';
import { prepareRuntime } from '../runtime/runtime.ts';
import { type PictureApp, resize, signalLibrary, startForPictures, takePicture, waitUntilSeen } from './picture-app.ts';
import { makePictureLibraries, moveClock } from './picture-library.ts';
import { damagedScenes, emptyScenes, firstScenes, readOnlyScenes, runningScenes, type Scene } from './scenes.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
];
const themes = ['light', 'dark'] as const;
const target = join(repository, 'screenshots');
const pictureOfReadme = join(repository, 'docs', 'images', 'console.png');

/**
 * Photographs every screen of the real app into `screenshots/`, under the test clock and on a library that the command
 * line wrote. The same code gives the same pictures, but for the chain head in the status line.
 * @param options `--docs` renews the README's picture only
 * @returns 0, or 1 when a scene could not be reached, or what it is of could not be seen
 */
export async function takeScreenshots(options: readonly string[]): Promise<number> {
  const runtime = await prepareRuntime();
  bundleIfChanged();
  if (!hasDisplay()) process.env.DISPLAY = await startVirtualDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-pictures-'));
  try {
    const { clockFile, ...libraries } = makePictureLibraries(folder);
    const common = { executable: runtime.executable, clockFile };
    if (options.includes('--docs')) {
      mkdirSync(dirname(pictureOfReadme), { recursive: true });
      const app = await startForPictures({ ...common, folder: join(folder, 'docs'), library: libraries.full });
      return await photograph(
        app,
        runningScenes.filter(({ name }) => name === 'console'),
        clockFile,
        takeForReadme,
      );
    }
    mkdirSync(target, { recursive: true });
    let missed = 0;
    for (const [name, library, scenes] of [
      ['unknown', libraries.unknown, firstScenes],
      ['empty', libraries.empty, emptyScenes],
      ['read-only', libraries.readOnly, readOnlyScenes],
      ['damaged', libraries.damaged, damagedScenes],
      ['running', libraries.full, runningScenes],
    ] as const) {
      const app = await startForPictures({
        ...common,
        folder: join(folder, `data-${name}`),
        library,
        isKnown: name !== 'unknown',
      });
      missed += await photograph(app, scenes, clockFile, takeVariants);
    }
    console.log(`The pictures lie in screenshots/${missed > 0 ? `; ${missed} scenes are missing` : ''}.`);
    return missed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns how many scenes could not be reached or seen */
async function photograph(
  app: PictureApp,
  scenes: readonly Scene[],
  clockFile: string,
  take: typeof takeVariants,
): Promise<number> {
  const setClock = (instant: string) => moveClock(clockFile, instant);
  let missed = 0;
  app.page.setDefaultTimeout(8000);
  try {
    await resize(app, { width: 1440, height: 900 });
    for (const scene of scenes) {
      try {
        const page = await scene.enter(app, { setClock, signalLibrary: (signal) => signalLibrary(app, signal) });
        await take(app, scene, page ?? app.page);
      } catch (error) {
        missed += 1;
        console.error(`No picture of ${scene.name}: ${String(error).split('\n').slice(0, 3).join(' ')}`);
      }
    }
  } finally {
    await app.electron.close();
  }
  return missed;
}

async function takeVariants(app: PictureApp, scene: Scene, page: Page) {
  for (const size of scene.isOwnSize ? [undefined] : sizes) {
    if (size) await resize(app, size, scene.zoom);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await waitUntilSeen(page, scene.shows(page));
      const name = [scene.name, ...(size ? [size.width] : []), theme].join('-');
      await takePicture(app, page, join(target, `${name}.png`));
    }
  }
  await resize(app, { width: 1440, height: 900 });
}

async function takeForReadme(app: PictureApp, scene: Scene, page: Page) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await waitUntilSeen(page, scene.shows(page));
  await takePicture(app, page, pictureOfReadme);
  console.log('The README picture is docs/images/console.png.');
}

import { join } from 'node:path';
import { commandLine } from './busy-app.ts';
import { openFromLibrary } from './console-page.ts';
import {
  expect,
  type LaunchOptions,
  type RunningApp,
  type Started,
  startApp,
  test,
  withFolder,
} from './electron-app.ts';
import { makeBusyIncident } from './made-library.ts';

interface Beginning {
  readonly options?: LaunchOptions;
  /** The incident that every test begins in. */
  readonly title?: string;
}

interface OneApp extends Started {
  readonly title: string | undefined;
  /** Of the page, in pixels. */
  readonly size: readonly number[];
}

/**
 * A `test` whose `holdfast` is one app for many tests, each on an incident of its own: a start takes longer than most
 * of them do. A test gets it in its first size with no dialog open, answers for what went wrong in its own time, and
 * keeps away from what others see: preferences, contacts, the number of incidents. After a failure there is a new app.
 */
const inOneApp = (begin: (folder: string) => Promise<Beginning>) =>
  test.extend<object, { readonly beginning: { readonly begin: typeof begin }; readonly oneApp: OneApp }>({
    beginning: [{ begin }, { scope: 'worker', option: true }],
    oneApp: [
      ({ beginning }, use) =>
        withFolder(async (folder) => {
          const { options = {}, title } = await beginning.begin(folder);
          const started = await startApp(folder, options);
          await use({ ...started, title, size: await sizeOf(started.running) });
          await started.running.close();
        }),
      { scope: 'worker' },
    ],
    holdfast: async ({ oneApp }, use, info) => {
      await setBack(oneApp);
      await use(oneApp.running);
      // Of an app that was there before the test Playwright takes none itself.
      if (info.status !== info.expectedStatus)
        await info.attach('screenshot', { body: await oneApp.running.page.screenshot(), contentType: 'image/png' });
      expect(oneApp.takeUnexpectedProblems()).toEqual([]);
    },
  });

export const testInOneApp = inOneApp(async () => ({}));

/** With the real sandbox, which root cannot have. */
export const testAsNormalUser = inOneApp(async () => ({ options: { asNormalUser: true } }));

/** On the console of a drill that shows everything a console can show. */
export const testInBusyApp = inOneApp(async (folder) => {
  const library = join(folder, 'library');
  return { options: { library }, title: await makeBusyIncident(library, commandLine) };
});

const sizeOf = ({ page }: RunningApp) => page.evaluate(() => [window.innerWidth, window.innerHeight]);

const setBack = async ({ running, title, size }: OneApp): Promise<void> => {
  const { electron, page } = running;
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  // What lies under the pointer is what the palette's words are about.
  await page.mouse.move(0, 0);
  // Dialogs stand where they are at once: here they come so soon after a key that a press would meet them moving.
  await page.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' });
  await electron.evaluate(({ BrowserWindow }, [width = 0, height = 0]) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.setZoomFactor(1);
    window?.setContentSize(width, height);
  }, size);
  await expect.poll(() => sizeOf(running)).toEqual(size);
  if (title !== undefined) await openFromLibrary(page, title);
};

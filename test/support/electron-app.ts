import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test as plainTest } from '@playwright/test';
import { createAppCommand, giveToNormalUser } from './app-command.ts';

export interface LaunchOptions {
  /** A library made before; a fresh one by default. */
  readonly library?: string;
  /** A data folder used before, to start again where one was; a fresh one by default. */
  readonly userData?: string;
  /** The file that the app reads its clock from. */
  readonly clockFile?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What on the page is waited for; by default the mark of a start that has come to its end. */
  readonly until?: string;
  readonly asNormalUser?: boolean;
  readonly connectionLog?: string;
  /** A tracer with its switches, in front of the whole app. */
  readonly tracing?: readonly string[];
  /** Another build of the app than `out/`: a folder with its package.json and `out`. */
  readonly appFolder?: string;
}

export interface RunningApp {
  readonly electron: ElectronApplication;
  /** The console, loaded and ready. */
  readonly page: Page;
  readonly library: string;
  readonly userData: string;
  /** Errors on the console, uncaught exceptions, violations of the content security policy; of all its windows. */
  readonly problems: readonly string[];
  /** Problems that this test provokes on purpose; all others fail it at its end. */
  expectProblem(pattern: RegExp): void;
  /** From outside, as a session that ends does it. */
  close(): Promise<void>;
  /** As the button of the window does it: nothing of the page runs before the app hears of it. */
  closeWindow(): Promise<void>;
  /** As a power cut does. */
  kill(): Promise<void>;
}

interface Fixtures {
  /** Starts the app, as often as a test likes; all of them are closed and judged at its end. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** The app with a fresh library and data folder. */
  readonly holdfast: RunningApp;
  /** A folder for this test, open to every user. */
  readonly folder: string;
}

export const test = plainTest.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it needs from here.
  folder: ({}, use) => withFolder(use),
  launch: async ({ folder }, use) => {
    const started: Started[] = [];
    await use(async (options = {}) => {
      const app = await startApp(join(folder, `run-${started.length + 1}`), options);
      started.push(app);
      return app.running;
    });
    for (const app of started) await app.running.close();
    expect(started.flatMap((app) => app.takeUnexpectedProblems())).toEqual([]);
  },
  holdfast: async ({ launch }, use) => {
    await use(await launch());
  },
});

export { expect };

export interface Started {
  readonly running: RunningApp;
  /** Since the last time; what was expected until then is not expected any more. */
  takeUnexpectedProblems(): readonly string[];
}

/** A folder that is open to every user, and gone once it was used. */
export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-e2e-'));
  chmodSync(folder, 0o755);
  await use(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** Two starts beside each other, one of them traced, on a machine that is busy with more: how fast it starts is measured elsewhere. */
const startMs = 50_000;

/** Starts the app as `launch` does, for who closes and judges it without a test. */
export async function startApp(folder: string, options: LaunchOptions): Promise<Started> {
  const library = options.library ?? join(folder, 'library');
  const userData = options.userData ?? join(folder, 'user-data');
  for (const path of [folder, library, userData, join(folder, 'home')]) mkdirSync(path, { recursive: true });
  const command = createAppCommand({
    folder,
    asNormalUser: options.asNormalUser ?? false,
    connectionLog: options.connectionLog,
    tracing: options.tracing,
    appFolder: options.appFolder,
  });
  if (options.asNormalUser) giveToNormalUser(folder);

  const electron = await _electron.launch({
    executablePath: command.executable,
    args: [command.appFolder, `--user-data-dir=${userData}`, '--library', library, ...(options.args ?? [])],
    chromiumSandbox: command.hasSandbox,
    timeout: startMs,
    env: {
      ...inheritedEnvironment(),
      HOME: join(folder, 'home'),
      ...(options.clockFile ? { HOLDFAST_TEST_CLOCK: options.clockFile } : {}),
      ...options.env,
    },
  });
  const problems: string[] = [];
  const expected: RegExp[] = [];
  let isClosing = false;
  // A window that closes is served nothing more, and Chromium says so of whatever it was still fetching ahead.
  watchForProblems(electron, (problem) => {
    if (!isClosing || problem !== fetchedTooLate) problems.push(problem);
  });
  const page = await electron.firstWindow();
  await reportPolicyViolations(page);
  await page.locator(options.until ?? 'html[data-ready]').waitFor({ state: 'attached', timeout: startMs });
  return {
    takeUnexpectedProblems() {
      const patterns = expected.splice(0);
      return problems.splice(0).filter((problem) => !patterns.some((pattern) => pattern.test(problem)));
    },
    running: {
      electron,
      page,
      library,
      userData,
      problems,
      expectProblem: (pattern) => expected.push(pattern),
      close: () => {
        isClosing = true;
        return electron.close();
      },
      async closeWindow() {
        isClosing = true;
        const closed = electron.waitForEvent('close');
        await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
        await closed;
      },
      async kill() {
        const closed = electron.waitForEvent('close');
        // The app's own process, not the strace or the shell that may stand before it.
        process.kill(await electron.evaluate(() => process.pid), 'SIGKILL');
        await closed;
      },
    },
  };
}

/** Only what a program needs: the tester's own library and settings must not reach the app under test. */
function inheritedEnvironment(): Record<string, string> {
  const names = ['PATH', 'DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR', 'TZ', 'LANG'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

const fetchedTooLate = 'console: Failed to load resource: net::ERR_BLOCKED_BY_CLIENT';

/** Every window, from its first line on: whoever listens only to the first page misses what it said while loading. */
function watchForProblems(electron: ElectronApplication, report: (problem: string) => void): void {
  const context = electron.context();
  context.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => report(`uncaught: ${error.error().message}`));
  // A window that closes at once cannot be asked; whatever it said on its console is known.
  electron.on('window', (page) => reportPolicyViolations(page).catch(() => undefined));
}

/** Has a page say its violations of the content security policy, also those from before anyone listened. */
async function reportPolicyViolations(page: Page): Promise<void> {
  const listen = () => {
    const withoutPolicy = (key: string, value: unknown) => (key === 'originalPolicy' ? undefined : value);
    const say = (reports: ReportList) => {
      for (const report of reports) console.error(`policy: ${JSON.stringify(report, withoutPolicy)}`);
    };
    const observer = new ReportingObserver(say, { types: ['csp-violation'], buffered: true });
    observer.observe();
    say(observer.takeRecords());
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
}

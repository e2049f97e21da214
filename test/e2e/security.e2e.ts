import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { copyApp } from '../support/app-command.ts';
import { declare } from '../support/console-page.ts';
import { expect } from '../support/electron-app.ts';
import { testAsNormalUser as test } from '../support/shared-app.ts';

// As a normal user, whoever runs the tests: with the real sandbox, which root cannot have.
test('[SEC1] every window is isolated from Node and from the preload', async ({ launch }) => {
  const { electron, page } = await launch({ asNormalUser: true });
  await noteWindows(electron);
  await declare(page, 'Checkout fails');
  const opened = electron.waitForEvent('window');
  await page.evaluate(() => window.bridge.request('window:show', { window: 'capture' }));
  const capture = await opened;
  await expect(capture.getByRole('textbox').first()).toBeVisible();
  // Printing makes a hidden window of its own, for a page without script.
  await exportReview(page);

  const isolated = { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false };
  const [shown, captured, printed, ...others] = await windowsNoted(electron);
  expect([shown, captured]).toMatchObject([isolated, isolated]);
  expect(printed).toMatchObject({ ...isolated, javascript: false });
  expect(printed).not.toHaveProperty('preload');
  expect(others).toEqual([]);
  // Left on, the spelling checker would fetch its dictionaries.
  expect(await electron.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  for (const each of [page, capture]) {
    const names = await each.evaluate(() =>
      ['require', 'process', 'module', 'ipcRenderer'].filter((name) => name in window),
    );
    expect(names).toEqual([]);
    expect(await each.evaluate(() => Object.keys(window.bridge))).toEqual(['request', 'subscribe']);
  }
});

test('[SEC2] the page runs no inline script, no string as code, no markup from text', async ({ launch }) => {
  const app = await launch({ asNormalUser: true });
  app.expectProblem(/policy: .*(require-trusted-types-for|script-src|style-src)|Content Security Policy|Trusted/);
  const outcome = await app.page.evaluate(async () => {
    const tryOut = (attempt: () => void) => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    };
    const image = document.createElement('img');
    const script = document.createElement('script');
    const style = document.createElement('style');
    style.textContent = 'body { --smuggled: yes }';
    document.head.append(style);
    return {
      markup: tryOut(() => {
        image.innerHTML = '<b>text</b>';
      }),
      handler: tryOut(() => image.setAttribute('onerror', '0')),
      inline: tryOut(() => {
        script.text = '0';
      }),
      remote: tryOut(() => {
        script.src = 'data:text/javascript,0';
      }),
      // In a task of its own: what the driver evaluates directly may evaluate on.
      code: await new Promise((resolve) => {
        setTimeout(() => resolve(tryOut(() => Reflect.construct(Function, ['return 1'])())));
      }),
      smuggled: getComputedStyle(document.body).getPropertyValue('--smuggled'),
    };
  });
  expect(outcome).toEqual({
    markup: 'TypeError',
    handler: 'TypeError',
    inline: 'TypeError',
    remote: 'TypeError',
    code: 'EvalError',
    smuggled: '',
  });
});

test('[SEC3] the page stays where it is and opens no other', async ({ launch }) => {
  const app = await launch({ asNormalUser: true });
  app.expectProblem(/frame|navigate|Content Security Policy/);
  const before = app.page.url();
  const opened = await app.page.evaluate(() => {
    const child = window.open('https://example.invalid/');
    window.location.href = 'https://example.invalid/';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.invalid/';
    document.body.append(frame, document.createElement('webview'));
    return child === null;
  });
  expect(opened).toBe(true);
  // The navigation was decided on by the time the main process answers a question that was asked after it.
  await app.page.evaluate(() => window.bridge.request('app:info', null));
  expect(app.page.url()).toBe(before);
  expect(await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('[SEC4] every request that leaves the app is cancelled', async ({ launch }) => {
  const app = await launch({ asNormalUser: true });
  app.expectProblem(/connect-src|Content Security Policy|Failed to load|fetch/);
  const fromPage = await app.page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      (error: Error) => error.name,
    ),
  );
  expect(fromPage).toBe('TypeError');
  // The session's own door, which no policy of a page guards.
  const fromSession = await app.electron.evaluate(({ session }) =>
    session.defaultSession.fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  );
  expect(fromSession).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('[SEC5] no permission is given but writing to the clipboard', async ({ holdfast: app }) => {
  const outcome = await app.page.evaluate(async () => {
    const settle = (promise: Promise<unknown>) =>
      promise.then(
        () => 'given',
        (error: Error) => error.name,
      );
    const item = new ClipboardItem({ 'text/plain': new Blob(['copied'], { type: 'text/plain' }) });
    return {
      place: await navigator.permissions.query({ name: 'geolocation' }).then((status) => status.state),
      notes: await Notification.requestPermission(),
      camera: await settle(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await settle(navigator.mediaDevices.getDisplayMedia()),
      reading: await settle(navigator.clipboard.readText()),
      writing: await settle(navigator.clipboard.write([item])),
    };
  });
  expect(outcome).toMatchObject({ place: 'denied', notes: 'denied', reading: 'NotAllowedError', writing: 'given' });
  expect(outcome.camera).not.toBe('given');
  expect(outcome.screen).not.toBe('given');
});

test('[SEC6] only known windows are heard, on known channels, with payloads that make sense', async ({
  holdfast: { electron, page },
}) => {
  const answers = await page.evaluate(async () => {
    const request = (channel: unknown, payload: unknown) =>
      Promise.resolve(Reflect.apply(window.bridge.request, undefined, [channel, payload]));
    return {
      malformed: await request('app:info', { surprise: true }),
      tooLarge: await request('app:info', 'x'.repeat(9 * 1024 * 1024)),
      unknown: await new Promise((resolve) => resolve(request('app:quit', null))).catch(
        (error: Error) => error.message,
      ),
    };
  });
  expect(answers.malformed).toMatchObject({ ok: false, error: { code: 'payload-invalid' } });
  expect(answers.tooLarge).toMatchObject({ ok: false, error: { code: 'payload-too-large' } });
  expect(answers.unknown).toContain('No such request channel');

  const fromStranger = await electron.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await stranger.loadURL('app://holdfast/index.html');
    const reply: unknown = await stranger.webContents.executeJavaScript('bridge.request("app:info", null)');
    stranger.destroy();
    return reply;
  });
  expect(fromStranger).toMatchObject({ ok: false, error: { code: 'unknown-sender' } });
});

test('[SEC7] the app protocol serves its own files and nothing else', async ({ holdfast: app }) => {
  app.expectProblem(/404|Failed to load|connect-src|Content Security Policy/);
  const statuses = await app.page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/../main/main.js',
      '/..%2fmain%2fmain.js',
      '/%2e%2e/package.json',
      '//etc/passwd',
      '/assets/',
      '/',
    ];
    return Promise.all(paths.map(async (path) => (await fetch(`app://holdfast${path}`)).status));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404]);
});

test('[SEC8] the policy of the page is the strict one, with a fresh nonce for each load', async ({
  holdfast: { page },
}) => {
  const read = () =>
    page.evaluate(async () => (await fetch('app://holdfast/index.html')).headers.get('content-security-policy'));
  const [first, second] = [await read(), await read()];
  expect(first).not.toBe(second);
  expect(first?.replace(/nonce-[^']+/, 'nonce')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
      "require-trusted-types-for 'script'; trusted-types default",
  );
});

test('[SEC2] a violation while the page loads is noticed by these tests', async ({ launch, folder }) => {
  const appFolder = copyApp(join(folder, 'changed'));
  const page = join(appFolder, 'out', 'renderer', 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', '<style>body { color: red }</style></head>'));
  const app = await launch({ appFolder });
  app.expectProblem(/policy: .*style-src|Content Security Policy/);
  await expect.poll(() => app.problems.filter((problem) => /policy: .*style-src/.test(problem))).not.toEqual([]);
});

test('[SEC9] for a normal user the page really runs in the sandbox', async ({ holdfast: { electron } }) => {
  const pid = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(status).toMatch(/^Seccomp:\s+2$/m);
  // More than one number: the process lives in a process namespace of its own.
  expect(status).toMatch(/^NSpid:\s+\d+\s+\d+/m);
  expect(status).not.toMatch(/^Uid:\s+0\s/m);
});

/** Keeps the settings of every window that there is or will be, also of those that are gone when somebody looks. */
function noteWindows(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(({ app, BrowserWindow }) => {
    const preferences = (window: Electron.BrowserWindow): unknown =>
      Reflect.apply(Reflect.get(window.webContents, 'getLastWebPreferences'), window.webContents, []);
    const noted = BrowserWindow.getAllWindows().map(preferences);
    Reflect.set(globalThis, 'notedWindows', noted);
    app.on('browser-window-created', (_event, window) => noted.push(preferences(window)));
  });
}

function windowsNoted(electron: ElectronApplication): Promise<unknown[]> {
  return electron.evaluate(() => Reflect.get(globalThis, 'notedWindows'));
}

async function exportReview(page: Page): Promise<void> {
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('Control+Shift+e');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: /^PDF/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Export review', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('written', { timeout: 60_000 });
}

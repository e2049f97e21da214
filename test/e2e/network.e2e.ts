import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAppCommand } from '../support/app-command.ts';
import { declare, record } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

// Without strace nothing can be shown, so there is no test then; the configuration says so.
test.describe('with strace', { tag: '@strace' }, () => {
  test('[NET1] from start to end the app connects to nothing, not even to a name server', async ({
    launch,
    folder,
  }) => {
    const connectionLog = join(folder, 'connections');
    const app = await launch({ connectionLog });
    await app.electron.evaluate(({ session }) =>
      session.defaultSession.fetch('http://holdfast.invalid/').catch(() => undefined),
    );
    await app.close();
    expect(existsSync(connectionLog)).toBe(true);
    expect(networkConnections(connectionLog)).toEqual([]);
  });

  test('[NET3] from declaring to the exported review the app connects to nothing', async ({ launch, folder }) => {
    const connectionLog = join(folder, 'connections');
    const { page, library, close } = await launch({ connectionLog });
    await declare(page, 'Checkout fails');
    await record(page, 'see https://holdfast.invalid/graph and ![graph](https://holdfast.invalid/graph.png)');
    await page.keyboard.press('Alt+r');
    await page.keyboard.press('Control+Shift+e');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: /^DOCX/ })).toBeVisible();
    for (const box of await dialog.getByRole('checkbox').all()) await box.check({ force: true });
    await dialog.getByRole('button', { name: 'Export review', exact: true }).click();
    await expect(dialog.getByRole('status')).toContainText('written', { timeout: 60_000 });
    const exported = readdirSync(library, { recursive: true, encoding: 'utf8' }).map((name) => extname(name));
    for (const format of ['.md', '.html', '.pdf', '.docx']) expect(exported).toContain(format);
    await close();
    expect(networkConnections(connectionLog)).toEqual([]);
  });

  test('[NET2] the same trace shows the connections of a window that nobody restricts', async ({ folder }) => {
    const connectionLog = join(folder, 'connections');
    const home = join(folder, 'home');
    mkdirSync(home);
    const appFolder = fileURLToPath(new URL('../fixtures/bare-window', import.meta.url));
    const command = createAppCommand({ folder, asNormalUser: false, connectionLog, appFolder });
    const args = [command.appFolder, `--user-data-dir=${home}`, ...(command.hasSandbox ? [] : ['--no-sandbox'])];
    const child = spawn(command.executable, args, {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, HOME: home },
    });
    try {
      await expect.poll(() => networkConnections(connectionLog).length, { timeout: 30_000 }).toBeGreaterThan(0);
    } finally {
      // The whole group: ending strace alone would leave the window behind.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }
  });
});

/** The `connect` calls that leave the process's own machine-internal sockets: IPv4 and IPv6, loopback included. */
function networkConnections(log: string): string[] {
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /sa_family=AF_INET6?\b/.test(line));
}

import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appDataFolder } from '../../electron/data-folder.ts';
import { expect, test } from '../support/electron-app.ts';
import { testInOneApp } from '../support/shared-app.ts';

const commandLine = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));

/** Runs the bundled command line in plain Node, as from a checkout. */
const holdfast = (folder: string, ...argv: readonly string[]) =>
  spawnSync(process.execPath, [commandLine, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, HOLDFAST_LIBRARY: join(folder, 'library') },
  });

test('[CL1] the bundle runs in plain Node and keeps its exit codes', ({ folder }) => {
  const declared = holdfast(folder, 'new', 'Checkout', '--key', 'INC-1');
  expect(declared).toMatchObject({ status: 0, stderr: '' });
  expect(declared.stdout).toMatch(/^[0-9A-Z]{26}\n$/);
  expect(JSON.parse(holdfast(folder, 'list', '--json').stdout)).toMatchObject([{ key: 'INC-1' }]);
  expect(holdfast(folder, 'show', 'INC-2')).toMatchObject({ status: 1, stdout: '' });
  expect(holdfast(folder, 'dance')).toMatchObject({ status: 2, stdout: '' });
});

test('[CL23] a reader that goes away does not stop what is being recorded', async ({ folder }) => {
  holdfast(folder, 'new', 'Checkout', '--key', 'INC-1');
  const child = spawn(process.execPath, [commandLine, 'log', 'INC-1', '--library', join(folder, 'library')]);
  child.stdout.destroy();
  child.stdin.end(Array.from({ length: 60 }, (_, n) => `note ${n}`).join('\n'));
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  const { timeline } = JSON.parse(holdfast(folder, 'show', 'INC-1', '--json').stdout);
  expect(timeline.at(-1)).toMatchObject({ text: 'note 59' });
});

testInOneApp('[CL2] without a name it opens the library that the app opens', async ({ holdfast: app }) => {
  const { appData, name, env } = await app.electron.evaluate(({ app: running }) => ({
    appData: running.getPath('appData'),
    name: running.getName(),
    env: { ...process.env },
  }));
  const home = env.HOME ?? '';
  expect(appDataFolder({ platform: process.platform, env, home })).toBe(join(appData, name));
});

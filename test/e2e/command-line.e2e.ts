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

test.describe('with strace', { tag: '@strace' }, () => {
  test('[CL28] a disk that hangs: said after two seconds and at the end, and the repetition records it once', async ({
    folder,
  }) => {
    holdfast(folder, 'new', 'Checkout', '--key', 'INC-1');
    const hanging = [
      '-D',
      '-f',
      '-o',
      '/dev/null',
      '-e',
      'trace=fdatasync',
      '-e',
      'inject=fdatasync:delay_enter=8000000',
    ];
    const child = spawn('strace', [...hanging, process.execPath, commandLine, 'log', 'errors at 12 %'], {
      env: { PATH: process.env.PATH, HOME: folder, HOLDFAST_LIBRARY: join(folder, 'library') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
    let [answer, said] = ['', ''];
    child.stdout.on('data', (text) => {
      answer += text;
    });
    child.stderr.on('data', (text) => {
      said += text;
    });
    await expect.poll(() => said, { timeout: 20_000 }).toContain('The disk is slow');
    child.kill('SIGTERM');
    expect(await ended).toBe('SIGTERM');
    expect(said).toContain('Stopped before the disk had confirmed everything.');
    expect(answer).toBe('');
    const [, id = '', incident = ''] = /holdfast log --id (\S+) --incident (\S+) 'errors at 12 %'/.exec(said) ?? [];
    for (let run = 0; run < 2; run += 1)
      expect(holdfast(folder, 'log', '--id', id, '--incident', incident, 'errors at 12 %').status).toBe(0);
    const { timeline } = JSON.parse(holdfast(folder, 'show', 'INC-1', '--json').stdout);
    expect(timeline.filter(({ text }: { text: string }) => text === 'errors at 12 %')).toHaveLength(1);
  });
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

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(() => {
  place = createWorkplace();
});
afterEach(() => place.remove());

test('[CL1] the help lists every command and goes to standard output', async () => {
  const { exitCode, stdout, stderr } = await place.run('--help');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  for (const name of ['new', 'log', 'exec', 'list', 'show', 'metrics', 'due', 'export', 'verify'])
    expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  expect(stdout).not.toContain('sample');
});

test.each(['new', 'log', 'exec', 'list', 'show', 'metrics', 'due', 'export', 'verify'])(
  '[CL1, CL21] %s explains itself in 80 columns',
  async (name) => {
    const { exitCode, stdout } = await place.run(name, '--help');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: holdfast ${name}`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  },
);

test.each([
  [[], 'Usage: holdfast COMMAND'],
  [['dance'], 'There is no command "dance"'],
  [['list', '--nope'], "Unknown option '--nope'"],
  [['new'], 'Say what is wrong'],
  [['new', 'x', '--source', 'gossip'], '--source is one of alert, staff'],
  [['new', 'x', '--failure', 'yesterday'], '--failure: "yesterday" is not a date and time'],
  [['list', '--zone', 'Europe/Atlantis'], 'no zone "Europe/Atlantis"'],
  [['log'], 'No incident is running'],
  [['show'], 'Name one incident'],
  [['due', 'a', 'b'], 'Name one incident'],
  [['metrics', 'x', '--service', 'y'], '--service chooses among many'],
  [['export', 'x', '--format', 'odt', '-o', 'y'], '--format is one of'],
  [['export', 'x', '--format', 'md'], 'Say where to write it'],
] as const)('[CL1] %j is told in a sentence on standard error', async (argv, sentence) => {
  const { exitCode, stdout, stderr } = await place.run(...argv);
  expect(exitCode).toBe(argv[0] === 'log' ? 1 : 2);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('[CL1] options that every command knows may stand before its name', async () => {
  expect(await place.run('--as', 'Ann', '--library', place.library, 'new', 'Checkout')).toMatchObject({ exitCode: 0 });
  expect(await place.json('list')).toMatchObject([{ title: 'Checkout' }]);
});

test('[CL1] the version is that of the package', async () => {
  expect(await place.run('--version')).toEqual({ exitCode: 0, stdout: '0.0.0-test\n', stderr: '' });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node.ts';
import type { Unanswered } from '../../../electron/cli/command-line-world.ts';
import { toShellWords } from '../../../electron/cli/repeatable.ts';
import type { FileLayer } from '../../../electron/library/file-layer.ts';
import { createNodeFileLayer } from '../../../electron/library/node-file-layer.ts';
import { createWorkplace, linesOf, type Ran, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(async () => {
  place = createWorkplace('2026-03-02T09:04:00.000Z');
  await place.run('new', 'Checkout', '--key', 'INC-1');
  place.setClock('2026-03-02T09:20:00.000Z');
});
afterEach(() => place.remove());

const texts = async (): Promise<readonly string[]> =>
  (await place.json('show', 'INC-1')).timeline
    .map(({ text }: { text: string }) => text)
    .filter((text: string) => text !== '' && text !== 'Checkout');
const titles = async () => (await place.json('list')).map(({ title }: { title: string }) => title);

describe('repeated with its id', () => {
  test('[CL26] a line answers as it did, and is there once', async () => {
    const first = await place.run('log', 'INC-1', '--id', 'build-7', 'errors 12 %', '--as', 'Ann');
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    place.setClock('2026-03-02T10:41:00.000Z');
    const again = await place.run('log', 'INC-1', '--id', 'build-7', 'errors 12 %', '--as', 'Ann');
    expect(again).toEqual({
      exitCode: 0,
      stdout: first.stdout,
      stderr: 'Recorded before, at 2026-03-02T09:20:00.000Z by Ann: nothing was recorded again.\n',
    });
    expect(await texts()).toEqual(['errors 12 %']);
  });

  test('[CL26] a line is read as it was then: the task is done by now, and the time of day has another day', async () => {
    await place.run('log', 'INC-1', '!task @bob 10m count connections');
    const calls = [
      ['log', 'INC-1', '--id', 'done', '!done 1 4200', '--json'],
      ['log', 'INC-1', '--id', 'timed', '09:15 first ticket', '--json'],
      ['log', 'INC-1', '--id', 'severity', '!sev 2 half of it', '--json'],
    ];
    const runAll = async () => {
      const answers = [];
      for (const call of calls) answers.push(JSON.parse((await place.run(...call)).stdout).lines[0]);
      return answers;
    };
    const first = await runAll();
    await place.run('log', 'INC-1', '!sev 1 all of it');
    place.setClock('2026-03-03T08:00:00.000Z');
    const before = (await place.json('show', 'INC-1')).timeline.length;
    expect(await runAll()).toEqual(first.map((answer) => ({ ...answer, repeated: true })));
    expect((await place.json('show', 'INC-1')).timeline).toHaveLength(before);
  });

  test('[CL26] lines of standard input have an id each', async () => {
    const call = () =>
      place.runWith({ inputLines: linesOf('one', '!role', 'two') }, 'log', 'INC-1', '--id', 'pipe', '--json');
    const [first, again] = [await call(), await call()];
    expect([first.exitCode, again.exitCode]).toEqual([1, 1]);
    const { lines } = JSON.parse(first.stdout);
    expect(lines).toMatchObject([
      { line: 1, command: 'pipe:1', repeated: false },
      { line: 3, command: 'pipe:3', repeated: false },
    ]);
    expect(JSON.parse(again.stdout).lines).toEqual(lines.map((line: object) => ({ ...line, repeated: true })));
    expect(await texts()).toEqual(['one', 'two']);
  });

  test.each([['build-7'], ['01KKJ7WB00TP6CRJMNN4ST3RES']])('[CL26] a declaration with the id %s', async (id) => {
    const argv = ['new', 'Search', 'is', 'down', '--severity', 'sev2', '--key', 'INC-2', '--id', id] as const;
    const first = await place.json(...argv);
    expect(first).toMatchObject({ command: id, repeated: false });
    await place.run('log', 'INC-2', '!sev 1 all of it');
    place.setClock('2026-03-02T10:41:00.000Z');
    expect(await place.json(...argv)).toEqual({ ...first, repeated: true });
    expect(await place.run(...argv)).toMatchObject({ exitCode: 0, stdout: `${first.id}\n` });
    expect(await titles()).toEqual(expect.arrayContaining(['Checkout', 'Search is down']));
    expect(await titles()).toHaveLength(2);
  });

  test('[CL26] a script whose lines have no ids of their own goes on where it stopped', async () => {
    const declare = { as: 'inc', command: { type: 'DeclareIncident', title: 'Search', key: 'INC-2' } };
    const note = (text: string) => ({ incident: '$inc', command: { type: 'RecordEntry', kind: 'note', text } });
    const first = await place.exec([declare, note('one'), { incident: '$inc', command: { type: 'Dance' } }]);
    expect(first.exitCode).toBe(1);
    const [, id = ''] = /holdfast exec --id (\S+) script\.jsonl/.exec(first.stderr) ?? [];
    const mended = [declare, note('one'), note('two')];
    for (let run = 0; run < 2; run += 1)
      expect(await place.exec(mended, '--id', id)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await titles()).toHaveLength(2);
    const { timeline } = await place.json('show', 'INC-2');
    expect(timeline.filter(({ word }: { word: string }) => word === 'Note')).toMatchObject([
      { text: 'one' },
      { text: 'two' },
    ]);
  });

  test('[CL26] while the first try is still under way: both are answered, and it counts once', async () => {
    const ulid = '01KKJ7WB00TP6CRJMNN4ST3RES';
    for (const argv of [
      ['new', 'Search is down', '--id', ulid],
      ['log', ulid, '--id', 'build-7', 'errors 12 %'],
    ]) {
      const [one, two] = await Promise.all([place.run(...argv), place.run(...argv)]);
      expect([one.exitCode, two.exitCode, two.stdout]).toEqual([0, 0, one.stdout]);
    }
    expect(await titles()).toHaveLength(2);
    const { timeline } = await place.json('show', ulid);
    expect(timeline.filter(({ text }: { text: string }) => text === 'errors 12 %')).toHaveLength(1);
    expect(await place.run('verify', ulid)).toMatchObject({ exitCode: 0 });
  });

  test('[CL26] an incident that nobody named may be another one by then', async () => {
    const unnamed = await place.run('log', '--id', 'build-7', 'errors 12 %');
    expect(unnamed).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('name the incident') });
    expect(await texts()).toEqual([]);
  });

  test('[CL26] what was redacted since is repeated without its words', async () => {
    const argv = ['log', 'INC-1', '--id', 'build-7', 'secret 4711'] as const;
    const first = JSON.parse((await place.run(...argv, '--json')).stdout).lines[0];
    await place.exec([{ incident: 'INC-1', command: { type: 'RedactText', event: first.events[0], why: 'a secret' } }]);
    const again = JSON.parse((await place.run(...argv, '--json')).stdout).lines[0];
    expect(again).toEqual({ ...first, repeated: true });
    expect(await texts()).not.toContain('secret 4711');
  });
});

describe('the same id with other words', () => {
  const refused = (ran: Ran) => {
    expect(ran).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ran.stderr).toContain(
      'The id build-7 was used before for something else, in INC-1 (Checkout) at 2026-03-02T09:20',
    );
    expect(ran.stderr).toContain('choose another id');
  };

  test('[CL27] a line is refused', async () => {
    await place.run('log', 'INC-1', '--id', 'build-7', 'errors 12 %');
    refused(await place.run('log', 'INC-1', '--id', 'build-7', 'errors 38 %'));
    refused(await place.run('log', 'INC-1', '--id', 'build-7', '!role'));
    refused(await place.run('log', 'INC-1', '--id', 'build-7', 'errors 12 %', '--at', '2026-03-02T09:06:00Z'));
    expect(await texts()).toEqual(['errors 12 %']);
  });

  test('[CL27] a declaration is refused', async () => {
    await place.run('new', 'Search', '--id', 'search');
    const other = await place.run('new', 'Search', '--severity', 'sev1', '--id', 'search');
    expect(other).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining('The id search was used') });
    expect(await titles()).toHaveLength(2);
  });

  test('[CL27] a line of a script stops it', async () => {
    const note = (text: string) => ({
      incident: 'INC-1',
      id: 'build-7',
      command: { type: 'RecordEntry', kind: 'note', text },
    });
    await place.exec([note('one')]);
    const { exitCode, stderr } = await place.exec([note('one'), note('two')]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Line 2: The id build-7 was used before for something else');
    expect(await texts()).toEqual(['one']);
  });
});

test('[CL26] an id that is none is wrong usage', async () => {
  for (const id of ['with space', '', 'x'.repeat(91)])
    expect(await place.run('log', 'INC-1', '--id', id, 'x')).toMatchObject({ exitCode: 2 });
  expect(await texts()).toEqual([]);
});

describe('while nobody knows whether it was recorded', () => {
  /** The command line that a message says, run by a real shell's reading of it. */
  const repeat = async (stderr: string, changes = {}): Promise<Ran> => {
    const [, line = ''] = /^ {2}holdfast (.+?)(?: {3}with the same lines.*)?$/m.exec(stderr) ?? [];
    const printed = execFileSync('bash', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
    return place.runWith(changes, ...printed.split('\0').slice(0, -1));
  };
  const failingFlush = (): FileLayer => {
    const below = createNodeFileLayer();
    const fail = async () => {
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO', errno: -5, syscall: 'fsync' });
    };
    return {
      ...below,
      createFile: (path) =>
        path.endsWith('.jsonl') ? { ...below.createFile(path), flush: fail } : below.createFile(path),
    };
  };

  test('[CL28] a failed flush names the command line that records it once, whatever the disk kept', async () => {
    const text = `it's "$HOME" !so\tfar`;
    const failed = await place.runWith({ files: failingFlush() }, 'log', text);
    expect(failed).toMatchObject({ exitCode: 1, stdout: '' });
    expect(failed.stderr).toContain('Not recorded. The disk reported an error (EIO).');
    expect(failed.stderr).not.toContain('Nothing was recorded');
    for (let run = 0; run < 2; run += 1) expect(await repeat(failed.stderr)).toMatchObject({ exitCode: 0 });
    expect(await texts()).toEqual([text]);
  });

  test('[CL28] so does a declaration', async () => {
    const failed = await place.runWith({ files: failingFlush() }, 'new', 'Search is down', '--key', 'INC-2');
    expect(failed).toMatchObject({ exitCode: 1, stdout: '' });
    const [one, two] = [await repeat(failed.stderr), await repeat(failed.stderr)];
    expect([one.exitCode, two.stdout]).toEqual([0, one.stdout]);
    expect(await titles()).toHaveLength(2);
  });

  test('[CL28] and lines of standard input', async () => {
    const inputLines = linesOf('one', 'two');
    const failed = await place.runWith({ files: failingFlush(), inputLines }, 'log');
    expect(failed.stderr).toContain('with the same lines on standard input');
    await repeat(failed.stderr, { inputLines });
    await repeat(failed.stderr, { inputLines });
    expect([...(await texts())].sort()).toEqual(['one', 'two']);
  });

  test('[CL28] late, or told to stop, it is said before the end; before anything was written, that', async () => {
    const below = createNodeFileLayer();
    let tell: (why: Unanswered) => void = () => undefined;
    let ended = 0;
    const files: FileLayer = {
      ...below,
      createFile: (path) => {
        if (path.endsWith('.jsonl')) tell('stopped');
        return below.createFile(path);
      },
    };
    const ran = await place.runWith(
      {
        files,
        whileUnanswered: (say) => {
          tell = say;
          say('late');
          return () => {
            ended += 1;
          };
        },
      },
      ...['log', 'errors 12 %'],
    );
    expect(ran.stderr).toContain('The disk is slow: not everything is confirmed yet. Nothing was recorded yet.\n');
    expect(ran.stderr).toContain('Stopped before the disk had confirmed everything. To repeat it');
    expect(ended).toBe(1);
    await repeat(ran.stderr);
    expect(await texts()).toEqual(['errors 12 %']);
  });

  test('[CL28] control signs in the words reach no terminal', () => {
    expect(toShellWords(['a\u001b[2J', "b'\\\n", '', 'plain'])).toBe(`$'a\\u001b[2J' $'b\\'\\\\\\u000a' '' plain`);
  });
});

describe('a process that is killed with its answer unsaid', () => {
  const base = mkdtempSync(join(tmpdir(), 'holdfast-cli-kill-'));
  let victim = '';
  beforeAll(async () => {
    victim = await bundleForNode('test/support/command-line-victim.ts', base);
  }, 60_000);
  afterAll(() => rmSync(base, { recursive: true, force: true }));
  const kill = (...argv: readonly string[]) => {
    const env = { ...process.env, HOLDFAST_LIBRARY: place.library, HOLDFAST_TEST_CLOCK: join(place.folder, 'clock') };
    const { signal, stdout } = spawnSync(process.execPath, [victim, place.folder, ...argv], { env, encoding: 'utf8' });
    expect({ signal, stdout }).toEqual({ signal: 'SIGKILL', stdout: '' });
  };

  test('[CL26] its line is on the disk, and the repetition answers for it', async () => {
    const argv = ['log', 'INC-1', '--id', 'build-7', 'errors 12 %'] as const;
    kill(...argv);
    expect(await texts()).toEqual(['errors 12 %']);
    expect(await place.run(...argv)).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Recorded before') });
    kill(...argv);
    expect(await texts()).toEqual(['errors 12 %']);
  });

  test('[CL26] and so is its incident', async () => {
    const argv = ['new', 'Search', '--key', 'INC-2', '--id', 'search'] as const;
    kill(...argv);
    const { id } = await place.json('show', 'INC-2');
    expect(await place.run(...argv)).toMatchObject({ exitCode: 0, stdout: `${id}\n` });
    expect(await titles()).toHaveLength(2);
  });
});

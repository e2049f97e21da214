import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileLayer } from '../../../electron/library/file-layer.ts';
import { createNodeFileLayer } from '../../../electron/library/node-file-layer.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { plainIncident } from '../../support/command-line-scripts.ts';
import { createWorkplace, linesOf, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(() => {
  place = createWorkplace('2026-03-13T00:00:00.000Z');
});
afterEach(() => place.remove());

const declare = { as: 'inc', id: 'declare', command: { type: 'DeclareIncident', title: 'Checkout', key: 'INC-1' } };
const note = (text: string, fields: object = {}) => ({
  incident: '$inc',
  command: { type: 'RecordEntry', kind: 'note', text },
  ...fields,
});
const texts = async () =>
  (await place.json('show', 'INC-1')).timeline
    .filter(({ name }: { name: string | null }) => name !== null)
    .map(({ text }: { text: string }) => text);

test('[CL12] a whole incident is one file', async () => {
  const { exitCode, stdout, stderr } = await place.exec(plainIncident);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^[0-9A-Z]{26} {2}\$inc\n10 commands recorded\.\n$/);
  expect(await place.json('show', 'E1')).toMatchObject({
    status: 'resolved',
    milestones: { identified: { at: '2026-03-02T09:32:00.000Z' } },
  });
});

test('[CL11] running it again records nothing twice', async () => {
  await place.exec(plainIncident);
  const before = await place.json('show', 'E1');
  const { exitCode } = await place.exec(plainIncident);
  expect(exitCode).toBe(0);
  expect(await place.json('show', 'E1')).toEqual(before);
  expect(await place.json('list')).toHaveLength(1);
});

test('[CL11] after a stop it goes on where it stopped', async () => {
  const refused = { incident: '$inc', command: { type: 'ReachMilestone', milestone: 'resolved' } };
  await place.exec([declare, note('one', { id: 'one' }), refused, note('two', { id: 'two' })]);
  expect(await texts()).toEqual(['one']);
  await place.exec([declare, note('one', { id: 'one' }), note('two', { id: 'two' })]);
  expect(await texts()).toEqual(['one', 'two']);
});

test('[CL10] it stops at the first refusal with its line, and what was recorded stays', async () => {
  const refused = { incident: '$inc', command: { type: 'ReachMilestone', milestone: 'resolved' } };
  const { exitCode, stdout, stderr } = await place.exec([declare, note('one'), refused, note('two')]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(
    /^Line 3: .+\.\nTo repeat it so that nothing is recorded twice:\n {2}holdfast exec --id \S+ script\.jsonl\n$/,
  );
  expect(stdout).toContain('2 commands recorded; they stay recorded.');
  expect(await texts()).toEqual(['one']);
});

test.each([
  [{ incident: '$nobody', command: { type: 'AddNote' } }, 'No line before is named "nobody".'],
  [{ command: { type: 'RecordEntry', kind: 'note', text: 'x' } }, '"incident" is missing'],
  [{ incident: 'INC-9', command: { type: 'RecordEntry' } }, 'There is no incident "INC-9"'],
  [{ incident: '$inc', command: { type: 'Dance' } }, '"type" cannot be read'],
  [
    { incident: '$inc', command: { type: 'FinishTask', task: '$gone', result: 'x' } },
    'No line before is named "gone".',
  ],
  [{ incident: '$inc', command: { type: 'RecordEntry', kind: 'note', text: 'x' }, at: 'noon' }, '"at" cannot be read'],
  [{ incident: '$inc', comand: {} }, 'cannot be read'],
  [{ as: 'inc', command: { type: 'DeclareIncident', title: 'Again' } }, 'Another line is named "inc" already.'],
  [
    { incident: '$inc', at: '2026-03-13T00:00:01Z', command: { type: 'RecordEntry', kind: 'note', text: 'x' } },
    'is still to come',
  ],
])('[CL1, CL10] %j is refused in a sentence', async (line, sentence) => {
  const { exitCode, stderr } = await place.exec([declare, line]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('Line 2: ');
  expect(stderr).toContain(sentence);
  expect(await texts()).toEqual([]);
});

test('[CL10] a line that is no JSON is named; empty lines and comments are passed over', async () => {
  const inputLines = linesOf('# a drill', '', JSON.stringify(declare), '{"incident"');
  const { exitCode, stderr } = await place.runWith({ inputLines }, 'exec', '-');
  expect({ exitCode, said: stderr.split('\n')[0] }).toEqual({ exitCode: 1, said: 'Line 4: This is no JSON.' });
});

test('[CL10] with --json the report is one document, also when it stops', async () => {
  const { exitCode, stdout } = await place.exec([declare, { command: { type: 'Dance' } }], '--json');
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    commands: 1,
    declared: [{ id: expect.any(String), name: 'inc', line: 1 }],
    moves: [],
    offers: [],
    command: expect.any(String),
    stopped: { line: 2, sentence: expect.stringContaining('"incident" is missing') },
  });
});

test('[CL12] names stand for incidents, events, and the later events of a line', async () => {
  await place.exec([
    declare,
    { incident: '$inc', as: 'job', command: { type: 'GiveTask', owner: 'Bo', text: 'count' } },
    { incident: '$inc', command: { type: 'FinishTask', task: '$job', result: 'done' } },
    { incident: '$inc', as: 'joined', command: { type: 'AssignRole', role: 'ic', person: 'Ann' } },
    { incident: '$inc', command: { type: 'WithdrawEvent', event: '$joined.2', reason: 'was there before' } },
    note('$$HOME is empty'),
    note('$$HOME'),
  ]);
  const { tasks, timeline } = await place.json('show', 'INC-1');
  expect(tasks).toMatchObject([{ finished: { result: 'done' } }]);
  expect(timeline.find(({ word }: { word: string }) => word === 'Joined')).toMatchObject({
    withdrawn: { reason: 'was there before' },
  });
  expect(await texts()).toEqual(expect.arrayContaining(['$HOME is empty', '$HOME']));
});

test('[CL12] a line may say who typed it and when it happened, in any zone', async () => {
  await place.exec([declare, note('one', { by: 'Bo Chen', at: '2026-03-13T00:30:00+01:00' })]);
  expect((await place.json('show', 'INC-1')).timeline[0]).toMatchObject({
    who: 'Bo Chen',
    at: '2026-03-12T23:30:00.000Z',
  });
});

test('[CL13] the clock moves under a test clock, and only there', async () => {
  const lines = [{ clock: '2026-03-02T09:00:00Z' }, declare];
  const packaged = await place.runWith(
    { isPackaged: true, inputLines: linesOf(...lines.map((line) => JSON.stringify(line))) },
    'exec',
    '-',
  );
  expect(packaged).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('only under a test clock') });
  await place.exec(lines);
  expect(await place.json('show', 'INC-1')).toMatchObject({
    declaredAt: '2026-03-02T09:00:00.000Z',
    recordedAt: '2026-03-02T09:00:00.000Z',
  });
});

test('[CL1] a file that is not there is told', async () => {
  const { exitCode, stderr } = await place.run('exec', 'gone.jsonl');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^gone\.jsonl cannot be read: /);
});

test('[MS42] corrections and takings back name the figures that they moved, in words and as data', async () => {
  await place.exec(plainIncident);
  const corrections = [
    {
      incident: 'E1',
      command: { type: 'CorrectMilestone', milestone: 'detected', at: '2026-03-02T09:06:00.000Z', reason: 'pager log' },
    },
  ];
  const { stdout } = await place.exec(corrections);
  expect(stdout).toContain('Line 1 moves Time to Detect: 6m 00s (was 4m 00s)\n');
  const again = [{ ...corrections[0], command: { ...corrections[0]?.command, at: '2026-03-02T09:05:00.000Z' } }];
  const report = JSON.parse((await place.exec(again, '--json')).stdout);
  expect(report.moves.map(({ metric }: { metric: string }) => metric)).toEqual(['ttd', 'ttrRespond']);
  expect(report.moves[0]).toMatchObject({
    line: 1,
    metric: 'ttd',
    before: { kind: 'value', ms: 360_000, iso: 'PT6M' },
    after: { kind: 'value', ms: 300_000, iso: 'PT5M' },
  });
});

test('[MS49] merging names what the other incident could take over, in exec and in show', async () => {
  const at = (clock: string) => `2026-03-02T${clock}:00.000Z`;
  const declareAs = (as: string, key: string, failureAt: string) => ({
    as,
    command: { type: 'DeclareIncident', title: key, key, failureAt: at(failureAt), detectedAt: at('09:20') },
  });
  const script = [
    declareAs('parent', 'INC-1', '09:10'),
    declareAs('child', 'INC-2', '09:00'),
    { incident: '$child', command: { type: 'CloseIncident', as: 'merged', parent: '$parent', reason: 'the same' } },
  ];
  const report = JSON.parse((await place.exec(script, '--json')).stdout);
  expect(report.offers).toEqual([
    {
      line: 3,
      incident: report.declared[0].id,
      from: report.declared[1].id,
      milestone: 'failure',
      at: at('09:00'),
      was: at('09:10'),
    },
  ]);
  const shown = await place.json('show', 'INC-2');
  expect(shown.merged).toEqual({
    into: report.declared[0].id,
    offers: [{ milestone: 'failure', at: at('09:00'), was: at('09:10') }],
  });
  expect((await place.run('show', 'INC-2')).stdout).toContain(`Offers Failure  ${at('09:00')}`);
  expect((await place.json('show', 'INC-1')).merged).toBeNull();
  await place.exec([
    {
      incident: 'INC-1',
      command: { type: 'CorrectMilestone', milestone: 'failure', at: at('09:00'), reason: 'INC-2' },
    },
  ]);
  expect((await place.json('show', 'INC-2')).merged.offers).toEqual([]);
});

describe('a script of many lines', () => {
  const lines = [
    { id: 'declare', command: { type: 'DeclareIncident', title: 'Checkout', key: 'INC-1' } },
    ...Array.from({ length: 40 }, (_, index) => ({
      incident: 'INC-1',
      command: { type: 'RecordEntry', kind: 'note', text: `entry ${index}` },
    })),
  ];
  /** How often the folder of the incident's journals was looked into, and how often a journal was read. */
  const runCounted = async (script: readonly object[] = lines) => {
    const looks = { folder: 0, file: 0 };
    const files = createNodeFileLayer();
    const counting: FileLayer = {
      ...files,
      list: (path) => {
        if (path.endsWith('journal')) looks.folder += 1;
        return files.list(path);
      },
      readFile: (path, ...range) => {
        if (path.endsWith('.jsonl') && !path.endsWith('script.jsonl')) looks.file += 1;
        return files.readFile(path, ...range);
      },
    };
    place.write('script.jsonl', script.map((line) => JSON.stringify(line)).join('\n'));
    const { exitCode } = await place.runWith({ files: counting }, 'exec', 'script.jsonl', '--id', 'nightly');
    expect(exitCode).toBe(0);
    return looks;
  };

  test('[CL29] reads a record once, however many lines name its incident by its key', async () => {
    const { file } = await runCounted();
    expect(file).toBeLessThan(10);
  });

  test('[CL29] that is repeated looks at the record once for all of them', async () => {
    await runCounted();
    const { folder, file } = await runCounted();
    expect(folder + file).toBeLessThan(20);
    expect(await texts()).toHaveLength(40);
  });

  test('[CL29] that declares looks into no other incident, the first time and when it is repeated', async () => {
    const declarations = Array.from({ length: 30 }, (_, index) => ({
      command: { type: 'DeclareIncident', title: `Incident ${index}` },
    }));
    for (const { folder, file } of [await runCounted(declarations), await runCounted(declarations)]) {
      expect(folder).toBeLessThan(5 * declarations.length);
      expect(file).toBeLessThanOrEqual(declarations.length);
    }
    expect(await place.json('list')).toHaveLength(30);
  });
});

test('[CL4, CL29] a key that an incident is given by a line means that incident from the next line on', async () => {
  await place.exec([declare]);
  await place.exec([
    { incident: 'INC', command: { type: 'RecordEntry', kind: 'note', text: 'first' } },
    { command: { type: 'DeclareIncident', title: 'Mail', key: 'INC' } },
    { incident: 'INC', command: { type: 'RecordEntry', kind: 'note', text: 'second' } },
    { incident: 'INC', command: { type: 'ChangeDetails', key: 'MAIL' } },
    { incident: 'INC', command: { type: 'RecordEntry', kind: 'note', text: 'third' } },
  ]);
  expect(await texts()).toEqual(['first', 'third']);
});

test('[CL26] a line is compared by the playbook that was in force when it was recorded', async () => {
  const { severities, ...others } = defaultPlaybook;
  const usePlaybook = (ids: readonly string[]) =>
    place.write(
      'library/playbook.json',
      JSON.stringify({ ...others, severities: severities.filter(({ id }) => ids.includes(id)) }),
    );
  const all = severities.map(({ id }) => id);
  const script = [
    declare,
    { incident: '$inc', id: 'level', command: { type: 'ChangeSeverity', severity: 'SEV5', reason: 'small' } },
    { incident: '$inc', id: 'adopt', command: { type: 'AdoptPlaybook' } },
  ];
  usePlaybook(all);
  expect((await place.exec(script.slice(0, 2))).stderr).toBe('');
  usePlaybook(all.filter((id) => id !== 'SEV5'));
  expect((await place.exec(script)).stderr).toBe('');
  const { exitCode, stderr } = await place.exec(script);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

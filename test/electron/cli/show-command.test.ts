import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(async () => {
  place = createWorkplace('2026-03-02T09:20:00.000Z');
  await place.run('sample', '--library', place.library);
});
afterEach(() => place.remove());

const summaryKeys = [
  ...['id', 'name', 'key', 'title', 'drill', 'status', 'phase', 'publicStatus', 'severity', 'peakSeverity', 'services'],
  ...['commander', 'declaredAt', 'recordedAt', 'reviewStatus', 'openActions', 'events'],
];
const showKeys = [
  ...[
    'now',
    'head',
    'detection',
    'reopenCount',
    'merged',
    'milestones',
    'impact',
    'roles',
    'roster',
    'checklist',
    'facts',
  ],
  ...['clockErrors', 'tasks', 'hypotheses', 'decisions', 'waitingDecisions', 'updates', 'due', 'timeline'],
];

test('[CL14] the keys of list and show are those of docs/json.md', async () => {
  const [listed] = await place.json('list');
  expect(Object.keys(listed)).toEqual(summaryKeys);
  expect(Object.keys(await place.json('show', 'DRILL-D1'))).toEqual([...summaryKeys, ...showKeys]);
});

test('[CL14] what is not there is null, never left out', async () => {
  const id = (await place.run('new', 'Search')).stdout.trim();
  expect(Object.keys(await place.json('show', id))).toEqual([...summaryKeys, ...showKeys]);
  expect(await place.json('show', id)).toMatchObject({
    ...{ key: null, severity: null, commander: null, detection: null },
    milestones: { failure: null, recovered: null },
    impact: { level: null, text: null, windows: [] },
  });
});

test.each([['list'], ['show', 'DRILL-D1'], ['metrics', 'DRILL-D1'], ['metrics'], ['due', 'DRILL-D1'], ['verify']])(
  '[CL21] %s %s is plain text of at most 80 columns',
  async (...argv) => {
    const { exitCode, stdout } = await place.run(...argv);
    expect(exitCode).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  },
);

test('[CL21] a recorded text cannot drive the terminal of its reader', async () => {
  await place.run('log', 'DRILL-D1', 'red \u001b[31malert\u0007');
  const { stdout } = await place.run('show', 'DRILL-D1');
  expect(stdout).toContain('red  [31malert');
  expect([...stdout].filter((sign) => sign < ' ' && sign !== '\n')).toEqual([]);
});

test('[CE7] a stated clock error and the corrected times beside the recorded ones are shown, as data and in words', async () => {
  place.setClock('2026-03-02T09:30:00.000Z');
  await place.run('log', 'DRILL-D1', 'errors gone');
  place.setClock('2026-03-02T09:31:00.000Z');
  expect((await place.run('log', 'DRILL-D1', '!clock 3m fast NTP')).exitCode).toBe(0);
  const { clockErrors, timeline } = await place.json('show', 'DRILL-D1');
  expect(clockErrors).toMatchObject([
    { device: 'desk', errorMs: 180_000, error: 'PT3M', against: 'NTP', at: '2026-03-02T09:31:00.000Z' },
  ]);
  const said = (text: string) => timeline.find((row: { text: string }) => row.text === text);
  expect(said('errors gone')).toMatchObject({
    at: '2026-03-02T09:30:00.000Z',
    recordedAt: '2026-03-02T09:30:00.000Z',
    corrected: { at: '2026-03-02T09:27:00.000Z', recordedAt: '2026-03-02T09:27:00.000Z', errorMs: 180_000 },
    clock: [],
  });
  const { stdout } = await place.run('show', 'DRILL-D1');
  expect(stdout.replace(/\s+/g, ' ')).toContain('errors gone (corrected 09:27:00)');
});

test('[CE7] a clock that was set back is named at the first entry after it', async () => {
  place.setClock('2026-03-02T09:30:00.000Z');
  await place.run('log', 'DRILL-D1', 'before');
  place.setClock('2026-03-02T09:25:00.000Z');
  await place.run('log', 'DRILL-D1', 'after');
  const { timeline } = await place.json('show', 'DRILL-D1');
  const said = (text: string) => timeline.find((row: { text: string }) => row.text === text);
  expect(said('before').clock).toEqual(['clock moved after this']);
  expect(said('after').clock).toEqual(['clock moved back by at least 5m 00s']);
});

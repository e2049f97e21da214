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
  ...['tasks', 'hypotheses', 'decisions', 'waitingDecisions', 'updates', 'due', 'timeline'],
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

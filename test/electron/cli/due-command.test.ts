import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordedAt } from '../../support/command-line-scripts.ts';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(async () => {
  place = createWorkplace();
  await place.run('new', 'Checkout', '--key', 'INC-1', '--severity', 'SEV1');
});
afterEach(() => place.remove());

const duePublic = async (clock: string) => {
  const all = await place.json('due', 'INC-1', '--at', `2026-03-02T${clock}:00Z`);
  return all.find(({ audience }: { audience: string }) => audience === 'public');
};

test.each([
  ['09:08', 'ok', 0],
  ['09:10', 'soon', 0],
  ['09:14', 'due', 1],
  ['09:15', 'overdue', 1],
  ['09:19', 'overdue', 2],
  ['09:34', 'overdue', 3],
])('[CL16] nothing sent: at %s the public update is %s, level %i', async (clock, state, level) => {
  expect(await duePublic(clock)).toMatchObject({ at: '2026-03-02T09:14:00.000Z', state, level });
});

test('[CL16] a sent update that promises a time moves the due time there', async () => {
  const send = {
    type: 'SendUpdate',
    audience: 'public',
    text: 'We look into it.',
    situation: 'detected',
    promisedAt: '2026-03-02T09:30:00Z',
  };
  await place.exec(recordedAt('2026-03-02T09:12:00Z', { incident: 'INC-1', command: send }));
  expect(await duePublic('09:13')).toMatchObject({ at: '2026-03-02T09:30:00.000Z', state: 'ok', promised: true });
});

test('[CL16] an audience without a clock says why', async () => {
  const all = await place.json('due', 'INC-1');
  expect(all.map(({ audience }: { audience: string }) => audience)).toEqual([
    'chat',
    'exec',
    'support',
    'public',
    'regulator',
  ]);
  expect(all.at(-1)).toMatchObject({ at: null, state: null, level: 0, why: 'none' });
});

test('[CL16] as text with the time of day in the zone', async () => {
  const { stdout } = await place.run('due', 'INC-1', '--zone', 'Europe/Prague');
  expect(stdout).toMatch(/^public +10:14 +ok$/m);
});

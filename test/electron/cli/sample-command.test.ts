import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(async () => {
  place = createWorkplace('2026-03-02T09:20:00.000Z');
});
afterEach(() => place.remove());

test('[CL20] the sample is drill D1 after 20 minutes: a decision waits, a task runs, no update is late', async () => {
  expect(await place.run('sample', '--library', place.library)).toMatchObject({ exitCode: 0, stderr: '' });
  const shown = await place.json('show', 'DRILL-D1');
  expect(shown).toMatchObject({
    drill: true,
    status: 'open',
    phase: 'identify',
    severity: 'SEV1',
    milestones: { alerted: { at: '2026-03-02T09:00:00.000Z' }, acknowledged: { at: '2026-03-02T09:01:35.000Z' } },
  });
  expect(shown.waitingDecisions).toHaveLength(1);
  expect(shown.tasks.filter(({ finished }: { finished: unknown }) => finished === null)).toHaveLength(1);
  expect(shown.hypotheses.map(({ state }: { state: string }) => state)).toEqual(['refuted', 'open']);
  expect(shown.roles.filter(({ how }: { how: string }) => how === 'held')).toHaveLength(5);
  expect(shown.checklist.length).toBeGreaterThan(8);
  expect(shown.due.map(({ state }: { state: string | null }) => state)).not.toContain('overdue');
  expect(await place.run('verify')).toMatchObject({ exitCode: 0 });
});

test('[CL20] what it sends is what Holdfast drafts, with nothing left to fill in', async () => {
  await place.run('sample', '--library', place.library);
  const { updates } = await place.json('show', 'DRILL-D1');
  expect(updates.map(({ audience }: { audience: string }) => audience)).toEqual([
    'chat',
    'support',
    'public',
    'chat',
    'public',
  ]);
  for (const { text } of updates) expect(text).not.toMatch(/[[\]{}]/);
  // The public does not hear of connections, flags and providers.
  const heard = updates.filter(({ audience }: { audience: string }) => audience === 'public');
  for (const { text } of heard) expect(text).not.toMatch(/database|provider|flag/i);
});

test('[CL20] every entry was recorded within the 20 minutes before now', async () => {
  await place.run('sample', '--library', place.library);
  const { timeline } = await place.json('show', 'DRILL-D1');
  for (const { recordedAt } of timeline) {
    expect(recordedAt > '2026-03-02T09:00:00.000Z').toBe(true);
    expect(recordedAt < '2026-03-02T09:20:00.000Z').toBe(true);
  }
});

test('[CL20] it brings contacts, and never writes where incidents are', async () => {
  await place.run('sample', '--library', place.library);
  expect(place.read('library/playbook.json')).toContain('+44 20 7946 0190');
  const again = await place.run('sample', '--library', place.library);
  expect(again).toMatchObject({ exitCode: 1, stderr: 'This library holds incidents already.\n' });
  expect(await place.run('sample')).toMatchObject({ exitCode: 2 });
});

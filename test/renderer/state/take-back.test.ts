import { expect, test } from 'vitest';
import { createPlayer, testDigest } from '../../support/incident-player.ts';
import { openInWindow } from '../../support/open-in-window.ts';
import { createWindowWorld, settle } from '../../support/window-world.ts';

const world = createWindowWorld();
const { incidentStore } = await import('../../../renderer/state/incident-store.ts');
const { takeBackLastOfMine } = await import('../../../renderer/state/take-back.ts');

const player = createPlayer();
player.must('10:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
const [entry] = player.must('10:01', { type: 'RecordEntry', kind: 'note', text: 'restarted node 4' });
const [correction] = player.must('10:02', { type: 'CorrectEntry', entry: entry.id, text: 'restarted node 14' });
const ref = { writer: 'w', seq: 1 } as never;

const takeBack = async (...mine: readonly (typeof entry)[]) => {
  incidentStore.setState({
    open: openInWindow(
      player.state(),
      mine.map(({ id }) => id),
    ),
  });
  const outcome = takeBackLastOfMine('Nothing is left.');
  await settle();
  await world.next('incident:execute').answer({ ok: true, value: { ref, sum: '', events: [] } });
  return (await outcome).text;
};

test('[EL8] taking an entry back says what went, and that it is still to be seen', async () => {
  expect(await takeBack(entry)).toBe('Taken back: Note “restarted node 14”. It stays in the timeline, struck through.');
});

test('[EL8] taking a correction back says which one, and what its row says now', async () => {
  expect(await takeBack(entry, correction)).toBe(
    'Taken back: the correction “restarted node 14”. Its row says what it said before. The record keeps it, and nothing counts it any more.',
  );
});

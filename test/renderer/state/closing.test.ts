import { expect, test } from 'vitest';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createWindowWorld, settle } from '../../support/window-world.ts';

const world = createWindowWorld();
const { listenForClosing } = await import('../../../renderer/state/closing.ts');
const { executeIn } = await import('../../../renderer/state/incident-store.ts');
const { saveDraft } = await import('../../../renderer/state/drafts.ts');

const incident = 'one' as IncidentId;
const channels = () => world.asked.map(({ channel }) => channel);

test('[APP11] a window is ready to close when typed text and commands on their way are on the disk', async () => {
  listenForClosing();
  saveDraft(incident, 'entry', 'half a thought');
  const recording = executeIn(incident, { type: 'RecordEntry', kind: 'note', text: 'a line' }).then(() =>
    // As the entry line does: what is recorded gives up its draft.
    saveDraft(incident, 'capture', ''),
  );
  world.push('app:closing', null);
  await settle();
  expect(channels()).toEqual(['incident:execute', 'drafts:save']);
  await world.next('drafts:save').answer({ ok: true, value: null });
  await settle();
  expect(channels()).toEqual(['incident:execute']);
  await world.next('incident:execute').answer({ ok: true, value: { ref: {}, sum: '', events: [] } });
  await recording;
  await settle();
  expect(channels()).toEqual(['drafts:save']);
  await world.next('drafts:save').answer({ ok: true, value: null });
  await settle();
  await settle();
  expect(channels()).toEqual(['window:closed-ready']);
});

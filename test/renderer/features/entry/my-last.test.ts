import { expect, test } from 'vitest';
import type { EventId } from '../../../../shared/record/ids.ts';
import { createPlayer, testDigest } from '../../../support/incident-player.ts';
import { openInWindow } from '../../../support/open-in-window.ts';
import { createWindowWorld } from '../../../support/window-world.ts';

createWindowWorld();
const { incidentStore } = await import('../../../../renderer/state/incident-store.ts');
const { viewStore } = await import('../../../../renderer/state/view-store.ts');
const { correctMyLastEntry } = await import('../../../../renderer/features/entry/my-last.ts');

const player = createPlayer();
player.must('10:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
const [entry] = player.must('10:05', { type: 'RecordEntry', kind: 'note', text: 'errors' }).map(({ id }) => id);
const open = (mine: readonly EventId[]) => incidentStore.setState({ open: openInWindow(player.state(), mine) });

test('[EL7] the last entry of this window is corrected; after a restart it is said that none is left', () => {
  open([]);
  correctMyLastEntry();
  expect(viewStore.getState()).toMatchObject({
    dialog: undefined,
    announcement: { text: expect.stringContaining('Choose the entry in the timeline.'), how: 'refused' },
  });
  open([entry as EventId]);
  correctMyLastEntry();
  expect(viewStore.getState().dialog).toEqual({ name: 'correct-entry', entry });
});

import { incidentStore } from '../../state/incident-store.ts';
import { lastEntryOfMine } from '../../state/my-last.ts';
import { bringBackLastOfMine, takeBackLastOfMine } from '../../state/take-back.ts';
import { announce, openDialog } from '../../state/view-store.ts';

/** Of what this window recorded: an older entry may be another person's at the same desk, and is chosen by its row. */
export const correctMyLastEntry = (): void => {
  const { open } = incidentStore.getState();
  const entry = open && lastEntryOfMine(open);
  if (entry) openDialog({ name: 'correct-entry', entry });
  else announce('Nothing that this window recorded is left to correct. Choose the entry in the timeline.', 'refused');
};

export const takeBackMyLast = async (): Promise<void> => {
  if (isReadOnly()) return;
  const { text, isRefused } = await takeBackLastOfMine('Nothing of yours is left to take back here.');
  announce(text, isRefused ? 'refused' : 'done');
};

export const bringBackMyLast = async (): Promise<void> => {
  if (isReadOnly()) return;
  const { text, isRefused } = await bringBackLastOfMine();
  announce(text, isRefused ? 'refused' : 'done');
};

const isReadOnly = (): boolean => incidentStore.getState().open?.readOnly !== null;

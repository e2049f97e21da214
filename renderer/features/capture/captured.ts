import { effectiveEntry } from '../../../shared/timeline/effective-entry.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { lastEntryOfMine } from '../../state/my-last.ts';
import { takeBackLastOfMine } from '../../state/take-back.ts';

/** Takes back what this window recorded last; what to say about it. */
export const takeBackCaptured = async (): Promise<string> =>
  (await takeBackLastOfMine('Nothing captured here is left to take back.')).text;

/** The line that corrects what this window recorded last: its name and its words, ready to be changed. */
export const lineOfMyLast = (): string | undefined => {
  const { open } = incidentStore.getState();
  const id = open && lastEntryOfMine(open);
  const entry = id && open.state.timeline.entries.get(id);
  if (!entry) return undefined;
  const { tag, n } = entry.event.name;
  return `!fix ${tag}-${n} ${effectiveEntry(entry, open.state.timeline.redactions).text}`;
};

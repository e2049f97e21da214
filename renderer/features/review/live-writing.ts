import { useStore } from 'zustand';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { isReviewSection } from '../../../shared/review/review-sections.ts';
import { listDrafts, saveDraft } from '../../state/drafts.ts';
import { executeIn, incidentStore } from '../../state/incident-store.ts';
import { holdsTypedText } from '../../state/redactions.ts';
import { createSectionWriting, sectionOfDraft, type WritingState } from './section-writing.ts';

/** The one writing of this window; it outlives the screen, so that leaving it loses nothing. */
export const writing = createSectionWriting({
  execute: executeIn,
  saveDraft,
  recorded: (incident, section) => {
    const { open } = incidentStore.getState();
    return (open?.id === incident ? open.state.review.sections.get(section)?.markdown : undefined) ?? '';
  },
});

holdsTypedText(writing.clean);

export const useWriting = <T>(select: (state: WritingState) => T): T => useStore(writing.store, select);

/** Turns to an incident and fetches what an earlier run left unrecorded. */
export const openWriting = async (incident: IncidentId): Promise<void> => {
  if (writing.store.getState().incident === incident) return;
  writing.open(incident);
  for (const { key, text } of await listDrafts(incident)) {
    const section = sectionOfDraft(key);
    const { incident: current, texts } = writing.store.getState();
    // Whoever began to type before the answer came has the newer text.
    if (section && isReviewSection(section) && current === incident && !texts.has(section))
      writing.restore(section, text);
  }
};

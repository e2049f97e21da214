import type { EventId } from '../record/ids.ts';
import { type Applied, authorName } from '../record/rules.ts';
import type { UpdateSent, UpdatesEvent } from './updates-events.ts';
import type { SentUpdate, UpdatesDraft } from './updates-state.ts';

/** Applies one event in order of application. Total: an update that corrects one nobody knows is kept all the same. */
export const evolveUpdates = (draft: UpdatesDraft, event: UpdatesEvent, applied: Applied): void => {
  const { recordedAt } = applied;
  switch (event.type) {
    case 'SituationChanged':
      if (!event.text) draft.facts.delete(event.field);
      else draft.facts.set(event.field, { event: event.id, text: event.text, at: event.occurredAt, recordedAt });
      return;
    case 'DataStatementMade':
      draft.dataStatement = { event, recordedAt, by: authorName(applied.by) };
      return;
    case 'UpdateSent':
      draft.sent.set(event.id, { event, by: authorName(applied.by), recordedAt });
      markOriginal(draft, event);
      return;
    case 'UpdatePromised':
      draft.promises.push({
        audience: event.audience,
        promisedAt: event.promisedAt,
        at: event.occurredAt,
        recordedAt,
      });
      return;
  }
};

const markOriginal = (draft: UpdatesDraft, { id, corrects, retracts }: UpdateSent): void => {
  if (corrects) mark(draft, corrects.update, { correctedBy: id });
  if (retracts) mark(draft, retracts.update, { retractedBy: id });
};

const mark = (draft: UpdatesDraft, update: EventId, change: Partial<SentUpdate>): void => {
  const original = draft.sent.get(update);
  if (original) draft.sent.set(update, { ...original, ...change });
};

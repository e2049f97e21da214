import { assertNever } from '../kernel/assert-never.ts';
import type { EventId } from '../record/ids.ts';
import { type Applied, authorName } from '../record/rules.ts';
import type { ActionAdded, ActionChanged, FactorAdded, FactorChanged, ReviewEvent } from './review-events.ts';
import type { Action, Factor, ReviewDraft } from './review-state.ts';

/** Total: an event that points at a factor or an action nobody knows changes nothing. */
export const evolveReview = (draft: ReviewDraft, event: ReviewEvent, applied: Applied): void => {
  switch (event.type) {
    case 'ReviewSectionWritten': {
      const { id, section, markdown } = event;
      draft.sections.set(section, { event: id, markdown, at: applied.recordedAt, by: authorName(applied.by) });
      return;
    }
    case 'ReviewDetailsSet':
      if (event.owner !== undefined) draft.owner = event.owner || undefined;
      if (event.meetingDate !== undefined) draft.meetingDate = event.meetingDate || undefined;
      return;
    case 'ReviewStatusChanged':
      draft.status = event.status;
      return;
    case 'ReviewCheckMarked':
      draft.checks.set(event.check, event.done);
      return;
    case 'FactorAdded':
      draft.factors.set(event.id, toFactor(event, applied));
      return;
    case 'FactorChanged':
      update(draft.factors, event.factor, (factor) => layFactor(factor, event));
      return;
    case 'ActionAdded':
      draft.actions.set(event.id, toAction(event, applied));
      return;
    case 'ActionChanged':
      update(draft.actions, event.action, (action) => layAction(action, event));
      return;
    default:
      assertNever(event);
  }
};

const update = <Item>(items: Map<EventId, Item>, id: EventId, change: (item: Item) => Item) => {
  const item = items.get(id);
  if (item) items.set(id, change(item));
};

const toFactor = ({ id, text, category, effect, entries }: FactorAdded, applied: Applied): Factor => ({
  id,
  text,
  category,
  effect,
  entries,
  addedAt: applied.recordedAt,
  by: authorName(applied.by),
});

const layFactor = (factor: Factor, { text, category, effect, entries }: FactorChanged): Factor => ({
  ...factor,
  ...(text === undefined ? {} : { text }),
  ...(category === undefined ? {} : { category }),
  ...(effect === undefined ? {} : { effect }),
  ...(entries === undefined ? {} : { entries }),
});

const toAction = (event: ActionAdded, applied: Applied): Action => {
  const { id, type: _type, occurredAt: _occurredAt, typed: _typed, ...said } = event;
  return { ...said, id, addedAt: applied.recordedAt, by: authorName(applied.by), state: 'open' };
};

const layAction = (action: Action, event: ActionChanged): Action => {
  const { id: _id, type: _type, occurredAt: _occurredAt, typed: _typed, action: _action, ...said } = event;
  const laid: Record<string, unknown> = { ...action };
  for (const [field, value] of Object.entries(said)) {
    // An empty text takes the owner, date or ticket back.
    if (value === '') delete laid[field];
    else if (value !== undefined) laid[field] = value;
  }
  if (laid.state !== 'declined') delete laid.declinedBecause;
  return laid as unknown as Action;
};

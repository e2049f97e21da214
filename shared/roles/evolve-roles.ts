import { type Instant, latest } from '../kernel/instant.ts';
import { type Applied, authorName } from '../record/rules.ts';
import type { RolesEvent } from './roles-events.ts';
import type { ChecklistMark, RolesDraft } from './roles-state.ts';
import { isSamePerson } from './same-person.ts';

/** Applies one event that counts. A change to something that is not there (withdrawn elsewhere) changes nothing. */
export const evolveRoles = (draft: RolesDraft, event: RolesEvent, applied: Applied): void => {
  const at = event.occurredAt;
  switch (event.type) {
    case 'RoleAssigned':
      moveTenure(draft, event.role, event.person, at, event.reason);
      return;
    case 'HandoffOffered':
      draft.offers.set(event.id, { event, state: 'waiting', at });
      return;
    case 'HandoffAccepted': {
      const offer = draft.offers.get(event.offer);
      if (offer) draft.offers.set(event.offer, { ...offer, state: 'accepted', at });
      moveTenure(draft, event.role, event.to, at);
      return;
    }
    case 'HandoffCancelled': {
      const offer = draft.offers.get(event.offer);
      // "I have command" was said: a cancellation on another device comes too late to unsay it.
      if (offer && offer.state !== 'accepted') draft.offers.set(event.offer, { ...offer, state: 'cancelled', at });
      return;
    }
    case 'PersonJoined':
      join(draft, event.person, at, event.task);
      return;
    case 'PersonLeft':
      draft.roster = draft.roster.map((span) =>
        span.leftAt === undefined && isSamePerson(span.person, event.person)
          ? { ...span, leftAt: latest(span.joinedAt, at) }
          : span,
      );
      return;
    case 'ChecklistItemDone':
      draft.marks.set(event.item, { ...toMark(event, applied), state: 'done' });
      return;
    case 'ChecklistItemSkipped':
      draft.marks.set(event.item, { ...toMark(event, applied), state: 'skipped', reason: event.reason });
      return;
    case 'ChecklistItemUndone':
      draft.marks.delete(event.item);
      return;
    default:
      // A forgotten type is a type error here; one from a later version is left alone, never a crash.
      event satisfies never;
  }
};

/**
 * From `at` on the role is held by `person` (by nobody when empty), whatever was recorded for later moments before:
 * the later in order of application counts. Ending the old and beginning the new share one instant.
 */
const moveTenure = (draft: RolesDraft, role: string, person: string, at: Instant, reason?: string): void => {
  draft.tenures = draft.tenures.flatMap((tenure) => {
    if (tenure.role !== role) return [tenure];
    if (tenure.since >= at) return [];
    return [tenure.until === undefined || tenure.until > at ? { ...tenure, until: at } : tenure];
  });
  if (person !== '') draft.tenures.push({ role, person, since: at, ...(reason !== undefined && { reason }) });
};

/** Who is on the roster already keeps the span and gets the new task. */
const join = (draft: RolesDraft, person: string, at: Instant, task?: string): void => {
  const withTask = task === undefined ? {} : { task };
  const index = draft.roster.findIndex((span) => span.leftAt === undefined && isSamePerson(span.person, person));
  const open = draft.roster[index];
  if (open) draft.roster[index] = { ...open, ...withTask };
  else draft.roster.push({ person, joinedAt: at, ...withTask });
};

const toMark = (event: RolesEvent & { text: string }, { by }: Applied): Omit<ChecklistMark, 'state'> => ({
  event: event.id,
  text: event.text,
  at: event.occurredAt,
  by: authorName(by),
});

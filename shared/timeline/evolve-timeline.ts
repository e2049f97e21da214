import { addMs, type Instant } from '../kernel/instant.ts';
import type { EventId } from '../record/ids.ts';
import { type Applied, authorName } from '../record/rules.ts';
import { isTimeBox } from './time-box.ts';
import type {
  DecisionMade,
  EntryCorrected,
  EntryName,
  EntryRecorded,
  TaskExtended,
  TaskGiven,
  TimelineEvent,
} from './timeline-events.ts';
import type { Decision, Entry, Task, TimelineDraft } from './timeline-state.ts';

// Beyond it no instant exists that a time-box could end at.
const lastDay = '9999-12-31';

/** Applies one event that counts. A change to something that is not there (withdrawn elsewhere) changes nothing. */
export const evolveTimeline = (draft: TimelineDraft, event: TimelineEvent, applied: Applied): void => {
  if ('name' in event) countName(draft, event.name);
  const at = event.occurredAt;
  const by = authorName(applied.by);
  switch (event.type) {
    case 'EntryRecorded':
      draft.entries.set(event.id, toEntry(event, by, applied.recordedAt));
      return;
    case 'EntryCorrected':
      change(draft.entries, event.entry, (entry) => ({
        corrections: [...entry.corrections, toCorrection(event, by, applied.recordedAt)],
      }));
      return;
    case 'EntryStarred':
      if (draft.entries.has(event.entry)) change(draft.entries, event.entry, () => ({ key: event.key }));
      else draft.stars.set(event.entry, event.key);
      return;
    case 'EvidenceAttached':
      change(draft.entries, event.entry, (entry) => ({ evidence: [...entry.evidence, event.evidence] }));
      return;
    case 'TextRedacted':
      draft.redactions.set(event.event, { why: event.why, by, at });
      return;
    case 'EventWithdrawn':
      draft.withdrawals.set(event.event, {
        event: event.id,
        reason: event.reason,
        by,
        at,
        ...(event.movedTo && { movedTo: event.movedTo }),
      });
      return;
    case 'EventMovedHere':
      draft.origins.set(event.copy, { incident: event.origin.incident, event: event.origin.event });
      return;
    case 'ClockErrorStated':
      draft.clockErrors.set(event.id, { event, by, recordedAt: applied.recordedAt, index: applied.index });
      return;
    case 'DecisionAsked':
      draft.waiting.set(event.id, { event, by, recordedAt: applied.recordedAt });
      return;
    case 'DecisionMade':
      draft.decisions.set(event.id, toDecision(draft, event, by, applied.recordedAt));
      if (event.asked) draft.waiting.delete(event.asked);
      return;
    case 'HypothesisProposed':
      draft.hypotheses.set(event.id, { event, by, state: 'open' });
      return;
    case 'HypothesisJudged':
      change(draft.hypotheses, event.hypothesis, () => ({
        state: event.state,
        result: event.result,
        judgedAt: at,
        ...(event.plainText !== undefined && { plainText: event.plainText }),
      }));
      return;
    case 'TaskGiven':
      draft.tasks.set(event.id, { event, owner: event.owner, by, ...timeBox(event) });
      return;
    case 'TaskExtended':
      change(draft.tasks, event.task, (task) => ({ owner: event.owner ?? task.owner, ...timeBox(event) }));
      return;
    case 'TaskFinished':
      change(draft.tasks, event.task, () => ({
        finished: { outcome: event.outcome, result: event.result, at },
      }));
      return;
    case 'TodoClosed':
      change(draft.entries, event.todo, () => ({ closed: { result: event.result, at } }));
      return;
    default:
      // A forgotten type is a type error here; one from a later version is left alone, never a crash.
      event satisfies never;
  }
};

const countName = ({ highestNumbers }: TimelineDraft, { tag, n }: EntryName): void => {
  highestNumbers.set(tag, Math.max(n, highestNumbers.get(tag) ?? 0));
};

const change = <Leaf extends object>(
  leaves: Map<EventId, Leaf>,
  id: EventId,
  changed: (leaf: Leaf) => Partial<Leaf>,
) => {
  const leaf = leaves.get(id);
  if (leaf) leaves.set(id, { ...leaf, ...changed(leaf) });
};

const toEntry = (event: EntryRecorded, by: string, recordedAt: Instant): Entry => ({
  event,
  by,
  recordedAt,
  key: event.key ?? false,
  corrections: [],
  evidence: event.evidence ?? [],
});

const toCorrection = (event: EntryCorrected, by: string, recordedAt: Instant): Entry['corrections'][number] => ({
  event: event.id,
  by,
  at: recordedAt,
  ...(event.text !== undefined && { text: event.text }),
  ...(event.happenedAt && { happenedAt: event.happenedAt }),
  ...(event.reason !== undefined && { reason: event.reason }),
});

const toDecision = (draft: TimelineDraft, event: DecisionMade, by: string, recordedAt: Instant): Decision => {
  const asked = event.asked && whenAsked(draft, event.asked);
  return { event, by, recordedAt, ...(asked && { asked }) };
};

// Two devices may answer the same question: then it no longer waits, but its first answer knows when it was asked.
const whenAsked = (draft: TimelineDraft, question: EventId): Decision['asked'] => {
  const waiting = draft.waiting.get(question);
  if (waiting) return { at: waiting.event.occurredAt, by: waiting.event.askedBy ?? waiting.by };
  return [...draft.decisions.values()].find(({ event }) => event.asked === question)?.asked;
};

// A box of another length than `decide` accepts can only come from a journal that somebody else wrote: no due time then.
const timeBox = ({ occurredAt, timeBoxMs }: TaskGiven | TaskExtended): Pick<Task, 'dueAt' | 'timeBoxMs'> =>
  timeBoxMs !== undefined && isTimeBox(timeBoxMs) && occurredAt < lastDay
    ? { dueAt: addMs(occurredAt, timeBoxMs), timeBoxMs }
    : {};

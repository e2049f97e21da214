import { ok, type Result } from '../kernel/result.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import type { ReceiveEvent } from './command.ts';
import { type IncidentEvent, isKnownEventType } from './incident-event.ts';
import type { IncidentState } from './incident-state.ts';

/** Facts that stand on their own; anything else refers to events of the incident that it came from. */
const movable = new Set(['EntryRecorded', 'HypothesisProposed', 'TaskGiven', 'DecisionMade', 'DecisionAsked']);

/**
 * Takes in the copy of an event that was recorded in another incident. It keeps its instant and words and gets a new
 * id and number here; the origin is recorded beside it.
 */
export const decideReceive = (
  command: ReceiveEvent,
  state: IncidentState,
  asking: Asking,
): Result<readonly IncidentEvent[], Refusal> => {
  const event = command.event as IncidentEvent;
  if (!isKnownEventType(event.type) || !movable.has(event.type) || !('name' in event))
    return refuse(
      'move.kind',
      'Only notes, tasks, decisions and hypotheses can be moved to another incident.',
      'event',
    );
  if ([...state.timeline.origins.values()].some((origin) => origin.event === command.origin.event))
    return refuse('move.twice', 'That entry was moved here already.', 'event');
  const tag = asking.by.device;
  const copy = { ...event, id: asking.newId(), name: { tag, n: 1 + (state.timeline.highestNumbers.get(tag) ?? 0) } };
  return ok([
    copy,
    { type: 'EventMovedHere', id: asking.newId(), occurredAt: copy.occurredAt, copy: copy.id, origin: command.origin },
  ]);
};

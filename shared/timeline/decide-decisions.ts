import { ok, type Result } from '../kernel/result.ts';
import type { EventId } from '../record/ids.ts';
import { requireText, toOccurrence } from '../record/occurrence.ts';
import { type Asking, authorName, type Refusal, refuse } from '../record/rules.ts';
import { nextEntryName } from './entry-name.ts';
import type { AskDecision, MakeDecision } from './timeline-commands.ts';
import type { TimelineEvent } from './timeline-events.ts';
import type { TimelineState, WaitingDecision } from './timeline-state.ts';

type Decided = Result<readonly TimelineEvent[], Refusal>;

/** A question that waits for an answer. Refuses no question, and a moment still to come. */
export const askDecision = (command: AskDecision, state: TimelineState, asking: Asking): Decided => {
  const question = requireText(command.question, 'decision.no-question', 'Say what has to be decided.', 'question');
  if (!question.ok) return question;
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([
    {
      ...base.value,
      type: 'DecisionAsked',
      name: nextEntryName(state, asking),
      question: question.value,
      options: command.options ?? [],
      ...(command.askedBy !== undefined && { askedBy: command.askedBy }),
    },
  ]);
};

/**
 * Question and options of a waiting question are copied, so that the answer can be read alone.
 * Refuses a cadence factor outside 1 to `maxCadenceFactor` (`decision.cadence-factor`) and a second look that does not
 * come after the decision (`decision.review-past`).
 */
export const makeDecision = (
  command: MakeDecision,
  state: TimelineState,
  asking: Asking,
  maxCadenceFactor: number,
): Decided => {
  const { type: _, at: _at, typed: _typed, ...fields } = command;
  const chosen = requireText(command.chosen, 'decision.nothing-chosen', 'Say what was chosen.', 'chosen');
  if (!chosen.ok) return chosen;
  const waiting = command.asked === undefined ? ok(undefined) : findWaiting(state, command.asked);
  if (!waiting.ok) return waiting;
  const factor = command.cadenceFactor ?? 1;
  if (!(factor >= 1 && factor <= maxCadenceFactor))
    return refuse(
      'decision.cadence-factor',
      `Updates can be stretched to ${maxCadenceFactor} times their interval at most, and never made denser this way.`,
      'cadenceFactor',
    );
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  if (command.reviewAt !== undefined && command.reviewAt <= base.value.occurredAt)
    return refuse('decision.review-past', 'Looking at it again comes after deciding. Give a later time.', 'reviewAt');
  const asked = waiting.value?.event;
  return ok([
    {
      ...fields,
      ...base.value,
      type: 'DecisionMade',
      name: nextEntryName(state, asking),
      question: command.question?.trim() || asked?.question || '',
      options: command.options ?? asked?.options ?? [],
      chosen: chosen.value,
      decidedBy: command.decidedBy?.trim() || authorName(asking.by),
    },
  ]);
};

const findWaiting = (state: TimelineState, id: EventId): Result<WaitingDecision, Refusal> => {
  const waiting = state.waiting.get(id);
  if (waiting) return ok(waiting);
  const answer = [...state.decisions.values()].find(({ event }) => event.asked === id)?.event;
  return answer
    ? refuse(
        'decision.answered',
        `${answer.decidedBy} decided this already: ${answer.chosen}. Record a new decision if it changed.`,
        'asked',
      )
    : refuse('decision.unknown', 'That question is not waiting in this incident.', 'asked');
};

import { elapsedMs, type Instant } from '../kernel/instant.ts';
import type { EventId } from '../record/ids.ts';
import type { DecisionOption, EntryName } from './timeline-events.ts';
import type { Decision, TimelineState } from './timeline-state.ts';

export interface OpenQuestion {
  readonly id: EventId;
  readonly name: EntryName;
  readonly question: string;
  readonly options: readonly DecisionOption[];
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly ageMs: number;
}

/** What somebody waits for, the longest wait first. */
export const waitingDecisions = ({ waiting }: TimelineState, now: Instant): readonly OpenQuestion[] =>
  [...waiting.values()]
    .map(({ event, by }) => ({
      id: event.id,
      name: event.name,
      question: event.question,
      options: event.options,
      askedBy: event.askedBy ?? by,
      askedAt: event.occurredAt,
      ageMs: elapsedMs(event.occurredAt, now),
    }))
    .sort((a, b) => b.ageMs - a.ageMs);

/** Decisions whose review time has come, in the order they were made. */
export const decisionsToReview = ({ decisions }: TimelineState, now: Instant): readonly Decision[] =>
  [...decisions.values()].filter(({ event }) => event.reviewAt !== undefined && event.reviewAt <= now);

/** What was decided, after its question; typed in one line (`!dec`) the answer is its own question, and is said once. */
export const decidedWords = ({ question, chosen }: Pick<Decision['event'], 'question' | 'chosen'>): string =>
  question === '' || question === chosen ? chosen : `${question}${question.endsWith('?') ? '' : ':'} ${chosen}`;

/** From the question to the answer in ms; undefined for a decision that nobody had asked for. */
export const waitedMs = ({ asked, event }: Decision): number | undefined =>
  asked && elapsedMs(asked.at, event.occurredAt);

import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { EventId, WriterId } from '../../shared/record/ids.ts';
import type { Applied, Asking, Refusal } from '../../shared/record/rules.ts';
import { decideTimeline } from '../../shared/timeline/decide-timeline.ts';
import { evolveTimeline } from '../../shared/timeline/evolve-timeline.ts';
import { initialTimeline } from '../../shared/timeline/initial-timeline.ts';
import type { TimelineCommand } from '../../shared/timeline/timeline-commands.ts';
import type {
  DecisionAsked,
  DecisionMade,
  EntryRecorded,
  HypothesisProposed,
  TaskGiven,
  TimelineEvent,
} from '../../shared/timeline/timeline-events.ts';
import type { TimelineState } from '../../shared/timeline/timeline-state.ts';

/** `10:31` or `10:31:14` on the day of the tests. */
export const at = (clock: string): Instant =>
  `2026-03-02T${clock.length === 5 ? `${clock}:00` : clock}.000Z` as Instant;

/** Readable ids: nothing in a feature looks inside one. */
export const id = (name: string): EventId => name as EventId;

export const now = at('10:31');

/** Ann on device `a` at 10:31; new ids are `new-1`, `new-2`, ... */
export const asking = (given: Partial<Asking> = {}): Asking => {
  let made = 0;
  return {
    now,
    by: { person: 'Ann Lee', device: 'a' },
    newId: () => {
      made += 1;
      return id(`new-${made}`);
    },
    ...given,
  };
};

export const applied = (given: Partial<Applied> = {}): Applied => ({
  ref: { writer: 'w1' as WriterId, seq: 1 },
  recordedAt: now,
  by: { person: 'Ann Lee', device: 'a' },
  index: 0,
  hasSeen: () => true,
  ...given,
});

export const givenTimeline = (...events: readonly TimelineEvent[]): TimelineState => {
  const draft = initialTimeline();
  for (const event of events) evolveTimeline(draft, event, applied({ recordedAt: event.occurredAt }));
  return draft;
};

/** The state without what was withdrawn, as the incident folds it: a withdrawal that was withdrawn takes nothing. */
export const givenWithdrawals = (...events: readonly TimelineEvent[]): TimelineState => {
  const gone = new Set<EventId>();
  for (const event of events.toReversed())
    if (event.type === 'EventWithdrawn' && !gone.has(event.id)) gone.add(event.event);
  return givenTimeline(...events.filter((event) => !gone.has(event.id)));
};

export const whenTimeline = (
  state: TimelineState,
  command: TimelineCommand,
  given: Partial<Asking> = {},
): Result<readonly TimelineEvent[], Refusal> => decideTimeline(command, state, asking(given), defaultPlaybook);

/** The code of a refusal; the events themselves, where it was none, so that a failure shows them. */
export const refusalOf = <Event>(result: Result<readonly Event[], Refusal>): string | readonly Event[] =>
  result.ok ? result.value : result.error.code;

/** The one event that was decided. Throws with the refusal where there is none. */
export const onlyEvent = <Event>(result: Result<readonly Event[], Refusal>): Event => {
  if (!result.ok) throw new Error(`refused: ${result.error.code}: ${result.error.message}`);
  const [event, ...others] = result.value;
  if (event === undefined || others.length > 0) throw new Error(`${result.value.length} events instead of one`);
  return event;
};

export const entryRecorded = (given: Partial<EntryRecorded> = {}): EntryRecorded => ({
  type: 'EntryRecorded',
  id: id('entry'),
  occurredAt: at('10:20'),
  name: { tag: 'a', n: 1 },
  kind: 'note',
  text: 'orders-db p99 4.2 s',
  source: 'typed',
  ...given,
});

export const decisionAsked = (given: Partial<DecisionAsked> = {}): DecisionAsked => ({
  type: 'DecisionAsked',
  id: id('question'),
  occurredAt: at('10:20'),
  name: { tag: 'a', n: 1 },
  question: 'Partial service now, or stay offline?',
  options: [{ text: 'Read-only catalogue', risk: 'orders refused' }, { text: 'Stay offline' }],
  ...given,
});

export const decisionMade = (given: Partial<DecisionMade> = {}): DecisionMade => ({
  type: 'DecisionMade',
  id: id('decision'),
  occurredAt: at('10:25'),
  name: { tag: 'a', n: 2 },
  question: 'Partial service now, or stay offline?',
  options: [],
  chosen: 'Read-only catalogue',
  decidedBy: 'Ann Lee',
  ...given,
});

export const hypothesisProposed = (given: Partial<HypothesisProposed> = {}): HypothesisProposed => ({
  type: 'HypothesisProposed',
  id: id('hypothesis'),
  occurredAt: at('10:20'),
  name: { tag: 'a', n: 1 },
  text: 'The 09:55 deploy doubled the connections',
  ...given,
});

export const taskGiven = (given: Partial<TaskGiven> = {}): TaskGiven => ({
  type: 'TaskGiven',
  id: id('task'),
  occurredAt: at('10:20'),
  name: { tag: 'a', n: 1 },
  text: 'Check the replica',
  owner: 'Bob Ray',
  ...given,
});

import { formatDuration } from '../kernel/duration.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import type { EventId } from '../record/ids.ts';
import { decidedWords } from '../timeline/decisions.ts';
import { metricRemarks, metricValue } from './metric-text.ts';
import { openTodos } from './open-todos.ts';
import { createPirContext, type PirContext } from './pir-context.ts';
import type { ReviewSection } from './review-events.ts';
import { reviewMetrics } from './review-metrics.ts';
import type { ReviewSource } from './review-source.ts';
import { offeredSentence } from './section-header.ts';
import { timelineGaps } from './timeline-gaps.ts';
import { updateTimings } from './update-timings.ts';

/** Something on record that the writer of a section may want to speak of. */
export interface Prompt {
  readonly text: string;
  /** The event it speaks of, to insert a reference or to jump to. */
  readonly event?: EventId;
}

/** What a section offers its writer, in order of time where there is one. Empty where the record has nothing to say. */
export const promptsFor = (section: ReviewSection, source: ReviewSource): readonly Prompt[] =>
  promptsBySection[section]?.(createPirContext(source)) ?? [];

type Prompting = (context: PirContext) => readonly Prompt[];

const keyEntries: Prompting = ({ rows, words }) =>
  rows
    .filter(({ key, withdrawn }) => key && !withdrawn)
    .map(({ id, occurredAt, kind, text }) => ({ text: `${words.clock(occurredAt)} ${kind}: ${text}`, event: id }));

const gaps: Prompting = ({ source, rows, words }) => {
  const until = currentClaim(source.lifecycle, 'recovered')?.at ?? source.now;
  return timelineGaps(rows, until, source.playbook.settings.gapMinutes).map(({ from, to }) => ({
    text: `Nothing from ${words.clock(from)} to ${words.clock(to)}, ${formatDuration(elapsedMs(from, to))}`,
  }));
};

const lateUpdates: Prompting = ({ source, words }) =>
  updateTimings(source).flatMap(({ audience, lateOnes }) =>
    lateOnes.map(({ n, dueAt, lateMs }) => ({
      text: `${audience}, update ${n}: ${formatDuration(lateMs)} late, due ${words.clock(dueAt)}`,
    })),
  );

const overdueTasks: Prompting = ({ source, words }) =>
  [...source.timeline.tasks.values()].flatMap(({ event, dueAt, finished }) => {
    const end = finished?.at ?? source.now;
    if (!dueAt || end <= dueAt) return [];
    const late = formatDuration(elapsedMs(dueAt, end));
    return [{ text: `Task "${event.text}": ${late} past its time-box of ${words.clock(dueAt)}`, event: event.id }];
  });

const unansweredTodos: Prompting = ({ source, words }) =>
  openTodos(source).map(({ id, at, text }) => ({ text: `${words.clock(at)} To-do: ${text}`, event: id }));

const hypotheses: Prompting = ({ source, words }) =>
  [...source.timeline.hypotheses.values()]
    .filter(({ state }) => state !== 'open')
    .map(({ event, state, result }) => ({
      text: `${words.clock(event.occurredAt)} Hypothesis ${state === 'confirmed' ? 'confirmed' : 'ruled out'}: ${event.text}${result ? ` (${result})` : ''}`,
      event: event.id,
    }));

const decisions: Prompting = ({ source, words }) =>
  [...source.timeline.decisions.values()].map(({ event }) => ({
    text: `${words.clock(event.occurredAt)} ${decidedWords(event)}. How does it look now?`,
    event: event.id,
  }));

const oddMetrics: Prompting = ({ source }) =>
  reviewMetrics(source).flatMap(({ name, result }) => {
    const isOdd =
      result.kind === 'missing' || result.kind === 'invalid' || (result.kind === 'value' && result.flags.length > 0);
    return isOdd
      ? [{ text: [`${name}: ${metricValue(result)}`, metricRemarks(result)].filter(Boolean).join(', ') }]
      : [];
  });

const openActionsElsewhere: Prompting = ({ source }) =>
  source.similar.flatMap(({ name, openActions }) =>
    openActions.map(({ text, owner }) => ({ text: `Still open from ${name}: ${text} (${owner ?? 'nobody'})` })),
  );

const lastPublicUpdate: Prompting = ({ source }) => {
  const last = [...source.updates.sent.values()].findLast(
    ({ event }) => event.audience === 'public' || event.audience === 'support',
  );
  return last ? [{ text: `Last told outside: ${last.event.text}`, event: last.event.id }] : [];
};

const all =
  (...several: readonly Prompting[]): Prompting =>
  (context) =>
    several.flatMap((prompting) => prompting(context));

const promptsBySection: Readonly<Partial<Record<ReviewSection, Prompting>>> = {
  summary: (context) => [{ text: offeredSentence(context) }],
  metrics: oddMetrics,
  'what-happened': keyEntries,
  timeline: gaps,
  'detection-and-response': all(lateUpdates, overdueTasks),
  decisions,
  factors: all(hypotheses, keyEntries),
  'went-well': all(lateUpdates, overdueTasks),
  surprises: all(unansweredTodos, hypotheses),
  actions: all(unansweredTodos, openActionsElsewhere),
  'similar-incidents': openActionsElsewhere,
  'outside-summary': lastPublicUpdate,
};

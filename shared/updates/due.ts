import { byText } from '../kernel/by-text.ts';
import { minutesToMs } from '../kernel/duration.ts';
import { addMs, elapsedMs, type Instant, instantToMs, msToInstant } from '../kernel/instant.ts';
import { currentSeverity } from '../lifecycle/severity.ts';
import type { Settings } from '../playbook/playbook.ts';
import { cadenceOf, intervalMs, stretchAt } from './cadence.ts';
import { type ClockSpan, clockHistory } from './clock-history.ts';
import { type CadenceInput, detectedAtOf } from './updates-input.ts';

export type DueState = 'ok' | 'soon' | 'due' | 'overdue';
/** 0: nobody is called. 1: sound and badge. 2: the deputy too, red. 3: full-width banner. */
export type EscalationLevel = 0 | 1 | 2 | 3;

export type Due =
  | {
      readonly kind: 'clock';
      readonly at: Instant;
      readonly state: DueState;
      readonly level: EscalationLevel;
      /** The last update, or the detection: where the running interval began. */
      readonly since: Instant;
      readonly promised: boolean;
      /** ms; measures the escalation. */
      readonly cadenceMs: number;
    }
  | { readonly kind: 'no-clock'; readonly why: 'ended' | 'on-change' | 'not-visible' | 'none' };

/** "Due" is said for this long before it becomes "overdue". */
const firstMinuteMs = minutesToMs(1);

/** When this audience hears from us next, and how late that is at `now` (domain.md 5.6). */
export const due = (input: CadenceInput, audience: string, now: Instant): Due => {
  const span = clockHistory(input, audience).at(-1);
  if (!span || span.sent) return { kind: 'no-clock', why: span?.sent?.closing ? 'ended' : whyNone(input, audience) };
  const { dueAt: at, since, promised, cadenceMs } = span;
  return { kind: 'clock', at, ...urgency(span, input.playbook.settings, now), since, promised, cadenceMs };
};

/** Every audience of the playbook with its clock, in the order of the playbook. */
export const dueTimes = (
  input: CadenceInput,
  now: Instant,
): readonly { readonly audience: string; readonly due: Due }[] =>
  input.playbook.audiences.map(({ id }) => ({ audience: id, due: due(input, id, now) }));

const offeredGridMs = minutesToMs(5);

/**
 * The next time that a draft offers: sending + cadence, cut to 5 min. Nothing for audiences without an interval.
 * Not cut where that would leave no time at all.
 */
export const offeredNextTime = (input: CadenceInput, audience: string, sentAt: Instant): Instant | undefined => {
  const { lifecycle, playbook, timeline } = input;
  const cadence = cadenceOf(playbook, currentSeverity(lifecycle)?.severity, audience);
  const detectedAt = detectedAtOf(lifecycle);
  if (cadence.kind !== 'interval' || !detectedAt) return undefined;
  const restartedAt = lifecycle.reopenings.at(-1)?.recordedAt;
  const factor = stretchAt(timeline.decisions.values(), playbook, { detectedAt, restartedAt, sentAt });
  const exact = addMs(sentAt, intervalMs(cadence, playbook) * factor);
  const cut = msToInstant(Math.floor(instantToMs(exact) / offeredGridMs) * offeredGridMs);
  return cut > sentAt ? cut : exact;
};

/** A line of the timeline that nobody recorded: it follows from promises, sent updates and `now`. */
export interface OverdueRow {
  readonly audience: string;
  /** When the update was due: its place in the timeline. */
  readonly at: Instant;
  readonly lateMs: number;
  /** True while the update is still missing. */
  readonly open: boolean;
  /** `public update overdue 21 min`, in whole minutes, cut. */
  readonly text: string;
}

/** Every update that came or is more than its first minute late, oldest first. */
export const overdueRows = (input: CadenceInput, now: Instant): readonly OverdueRow[] =>
  input.playbook.audiences
    .flatMap(({ id }) => clockHistory(input, id).flatMap((span) => overdueRow(id, span, now) ?? []))
    .sort(byText(({ at }) => at));

const overdueRow = (audience: string, { dueAt: at, sent }: ClockSpan, now: Instant): OverdueRow | undefined => {
  const lateMs = elapsedMs(at, sent?.occurredAt ?? now);
  if (lateMs < firstMinuteMs) return undefined;
  const text = `${audience} update overdue ${Math.floor(lateMs / minutesToMs(1))} min`;
  return { audience, at, lateMs, open: !sent, text };
};

const urgency = (
  { dueAt, since, cadenceMs }: ClockSpan,
  settings: Settings,
  now: Instant,
): { readonly state: DueState; readonly level: EscalationLevel } => {
  const lateMs = elapsedMs(dueAt, now);
  if (lateMs < 0) {
    const soonMs = Math.min(minutesToMs(settings.soonMinutes), elapsedMs(since, dueAt) / 2);
    return { state: -lateMs <= soonMs ? 'soon' : 'ok', level: 0 };
  }
  const { l2, l3 } = settings.escalate;
  const level2Ms = Math.max(minutesToMs(l2.minMinutes), (cadenceMs * l2.percent) / 100);
  const level3Ms = (cadenceMs * l3.percent) / 100;
  const level = lateMs >= Math.max(level2Ms, level3Ms) ? 3 : lateMs >= level2Ms ? 2 : 1;
  return { state: lateMs < firstMinuteMs ? 'due' : 'overdue', level };
};

const whyNone = (input: CadenceInput, audience: string): Extract<Due, { kind: 'no-clock' }>['why'] => {
  const { lifecycle, playbook } = input;
  if (lifecycle.status !== 'open') return 'ended';
  const cadence = cadenceOf(playbook, currentSeverity(lifecycle)?.severity, audience);
  if (cadence.kind === 'on-change') return 'on-change';
  return cadence.kind === 'interval' && cadence.onlyIfVisible ? 'not-visible' : 'none';
};

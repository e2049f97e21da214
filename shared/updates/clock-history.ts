import { minutesToMs } from '../kernel/duration.ts';
import { addMs, earliest, type Instant, latest } from '../kernel/instant.ts';
import type { MilestoneClaim } from '../lifecycle/lifecycle-state.ts';
import type { Cadence } from '../playbook/playbook.ts';
import { cadenceOf, intervalMs, stretchAt } from './cadence.ts';
import { clockMoments, firstSeverity, type Moment } from './clock-moments.ts';
import type { UpdateSent } from './updates-events.ts';
import { type CadenceInput, detectedAtOf } from './updates-input.ts';

/** One stretch of an audience's clock, from the last update (or detection) to the next one. */
export interface ClockSpan {
  readonly since: Instant;
  readonly dueAt: Instant;
  /** Measures the escalation: the cadence of this span in ms. */
  readonly cadenceMs: number;
  /** A promised time: rules may bring it forward, none pushes it back. */
  readonly promised: boolean;
  /** The update that ended the span; missing while it runs. */
  readonly sent?: UpdateSent;
}

/**
 * Every span of the audience's clock in order of time (domain.md 5.6); the last one is open while something is due.
 * Changes act at the moment they were recorded, so no due time lies before the record that moved it.
 */
export const clockHistory = (input: CadenceInput, audience: string): readonly ClockSpan[] => {
  const clock = startClock(input, audience);
  if (!clock) return [];
  for (const moment of clockMoments(input, audience)) applyMoment(clock, moment);
  return clock.dueAt === undefined ? clock.spans : [...clock.spans, span(clock, clock.dueAt)];
};

interface Clock {
  readonly input: CadenceInput;
  readonly audience: string;
  readonly detectedAt: Instant;
  readonly spans: ClockSpan[];
  severity: string | undefined;
  visible: boolean;
  told: boolean;
  since: Instant;
  dueAt: Instant | undefined;
  cadenceMs: number;
  promised: boolean;
  /** After recovery or closure one more update is owed, then the clock stops. */
  ending: false | 'restored' | 'closed';
  stopped: boolean;
  restartedAt: Instant | undefined;
  lastSent: UpdateSent | undefined;
}

const startClock = (input: CadenceInput, audience: string): Clock | undefined => {
  const detectedAt = detectedAtOf(input.lifecycle);
  if (!detectedAt) return undefined;
  const clock: Clock = {
    input,
    audience,
    detectedAt,
    spans: [],
    severity: firstSeverity(input.lifecycle),
    visible: false,
    told: false,
    since: detectedAt,
    dueAt: undefined,
    cadenceMs: 0,
    promised: false,
    ending: false,
    stopped: false,
    restartedAt: undefined,
    lastSent: undefined,
  };
  const cadence = runningCadence(clock);
  clock.cadenceMs = intervalMs(cadence, input.playbook);
  if (cadence.kind === 'interval') clock.dueAt = firstDue(input, cadence.firstMinutes, detectedAt);
  return clock;
};

// A better detection instant may bring the first update forward, but not to before the moment it was recorded.
const firstDue = ({ lifecycle }: CadenceInput, firstMinutes: number, detectedAt: Instant): Instant => {
  const first = (at: Instant, recordedAt: Instant) => latest(addMs(at, minutesToMs(firstMinutes)), recordedAt);
  const claims: readonly MilestoneClaim[] = lifecycle.claims.get('detected') ?? [];
  const [oldest, ...better] = claims;
  if (!oldest) return first(detectedAt, lifecycle.recordedAt ?? detectedAt);
  let at = oldest.at;
  let dueAt = first(oldest.at, oldest.recordedAt);
  for (const claim of better) {
    const moved = first(claim.at, claim.recordedAt);
    dueAt = claim.at < at ? earliest(dueAt, moved) : latest(dueAt, moved);
    at = claim.at;
  }
  return dueAt;
};

const applyMoment = (clock: Clock, moment: Moment): void => {
  switch (moment.kind) {
    case 'severity':
      clock.severity = moment.severity;
      if (moment.raised) bringForward(clock, moment.at, firstMs(clock));
      return;
    case 'visible':
      becomeVisible(clock, moment.at);
      return;
    case 'change':
      if (moment.visible) becomeVisible(clock, moment.at);
      bringForward(clock, moment.at, changeMs(clock));
      return;
    case 'restored':
      restore(clock, moment.at, moment.recoveredAt);
      return;
    case 'resolved':
      clock.ending = 'restored';
      stop(clock);
      return;
    case 'closed':
      close(clock, moment.at);
      return;
    case 'reopened':
      clock.ending = false;
      clock.stopped = false;
      clock.restartedAt = moment.at;
      bringForward(clock, moment.at, firstMs(clock));
      return;
    case 'promised':
      promise(clock, moment.at, moment.promisedAt);
      return;
    case 'sent':
      send(clock, moment.update);
      return;
  }
};

const bringForward = (clock: Clock, at: Instant, withinMs: number): void => {
  const cadence = runningCadence(clock);
  if (clock.stopped || cadence.kind === 'none') return;
  const cadenceMs = intervalMs(cadence, clock.input.playbook);
  const candidate = addMs(at, withinMs);
  if (clock.dueAt === undefined) {
    clock.since = at;
    clock.dueAt = candidate;
    clock.cadenceMs = cadenceMs;
  } else {
    clock.dueAt = earliest(clock.dueAt, candidate);
    clock.cadenceMs = Math.min(clock.cadenceMs, cadenceMs);
  }
};

// A clock that waited for an effect that users can see starts with it, at the earliest one change-time later.
const becomeVisible = (clock: Clock, at: Instant): void => {
  const waited = !clock.visible && clock.dueAt === undefined && !clock.told;
  clock.visible = true;
  const cadence = severityCadence(clock);
  if (!waited || clock.stopped || cadence.kind !== 'interval') return;
  clock.dueAt = latest(addMs(clock.detectedAt, minutesToMs(cadence.firstMinutes)), addMs(at, changeMs(clock)));
  clock.cadenceMs = intervalMs(cadence, clock.input.playbook);
};

const restore = (clock: Clock, at: Instant, recoveredAt: Instant): void => {
  clock.ending = 'restored';
  // Users may hear "Resolved" before somebody writes the milestone down; then nothing more is owed.
  if (clock.lastSent?.closing && clock.lastSent.occurredAt >= recoveredAt) stop(clock);
  else bringForward(clock, at, changeMs(clock));
};

const close = (clock: Clock, at: Instant): void => {
  clock.ending = 'closed';
  // Whoever was told of it is told within one cadence that it was none, or is handled elsewhere (domain.md 5.7).
  if (!clock.told) stop(clock);
  else bringForward(clock, at, intervalMs(severityCadence(clock), clock.input.playbook));
};

const stop = (clock: Clock): void => {
  clock.stopped = true;
  if (!clock.promised) clock.dueAt = undefined;
};

const promise = (clock: Clock, at: Instant, promisedAt: Instant): void => {
  const earlier = clock.dueAt === undefined || promisedAt < clock.dueAt;
  if (clock.dueAt === undefined) {
    clock.since = at;
    clock.cadenceMs = intervalMs(severityCadence(clock), clock.input.playbook);
  }
  if (earlier) clock.dueAt = promisedAt;
  clock.promised ||= earlier;
};

const send = (clock: Clock, update: UpdateSent): void => {
  const { occurredAt: at } = update;
  clock.told = true;
  clock.visible = true;
  // A correction says nothing new about the incident: it may not postpone a time that is still ahead.
  // Of an incident that was none, the retraction is the last word.
  const mends = update.corrects ?? (clock.ending === 'closed' ? undefined : update.retracts);
  if (mends && clock.dueAt !== undefined && at < clock.dueAt) {
    if (update.promisedAt) promise(clock, at, update.promisedAt);
    return;
  }
  if (clock.dueAt !== undefined) clock.spans.push({ ...span(clock, clock.dueAt), sent: update });
  clock.lastSent = update;
  clock.since = at;
  clock.promised = update.promisedAt !== undefined;
  clock.stopped ||= clock.ending !== false && !mends;
  // "This is the last update": nothing more is owed until something changes.
  const every = update.closing ? undefined : nextMs(clock, at);
  clock.cadenceMs = every ?? intervalMs(severityCadence(clock), clock.input.playbook);
  clock.dueAt = update.promisedAt ?? (clock.stopped || every === undefined ? undefined : addMs(at, every));
};

const nextMs = (clock: Clock, sentAt: Instant): number | undefined => {
  const cadence = runningCadence(clock);
  if (cadence.kind !== 'interval') return undefined;
  const { detectedAt, restartedAt, input } = clock;
  const factor = stretchAt(input.timeline.decisions.values(), input.playbook, { detectedAt, restartedAt, sentAt });
  return intervalMs(cadence, input.playbook) * factor;
};

const span = ({ since, cadenceMs, promised }: Clock, dueAt: Instant): ClockSpan => ({
  since,
  dueAt,
  cadenceMs,
  promised,
});

const severityCadence = ({ input, severity, audience }: Clock): Cadence =>
  cadenceOf(input.playbook, severity, audience);

const runningCadence = (clock: Clock): Cadence => {
  const cadence = severityCadence(clock);
  return cadence.kind === 'interval' && cadence.onlyIfVisible && !clock.visible ? { kind: 'none' } : cadence;
};

const changeMs = ({ input }: Clock) => minutesToMs(input.playbook.settings.milestoneUpdateMinutes);

const firstMs = (clock: Clock): number => {
  const cadence = severityCadence(clock);
  return cadence.kind === 'interval' ? minutesToMs(cadence.firstMinutes) : changeMs(clock);
};

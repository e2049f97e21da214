import { minutesToMs } from '../kernel/duration.ts';
import { addMs, elapsedMs, type Instant } from '../kernel/instant.ts';
import type { Settings } from '../playbook/playbook.ts';
import type { Phase } from './lifecycle.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { currentSeverity } from './severity.ts';
import { watchMinutes } from './watch-window.ts';

export interface TimeBox {
  readonly phase: Phase;
  readonly since: Instant;
  readonly limitMs: number;
  /** The next moment to ask; for a rolling box it moves on by the limit each time. */
  readonly dueAt: Instant;
  /** Negative when a box that does not roll is over. */
  readonly leftMs: number;
  readonly rolling: boolean;
  /** How many times it has run out: each is a question to the IC, never an automatic move. */
  readonly expired: number;
}

/** Asked when a box has run out. */
export const timeBoxChoices = ['continue', 'change approach', 'pull in people', 'trade off'] as const;

/** The prompt of the running phase; undefined where its phase has none or the incident is over. */
export const timeBox = (state: LifecycleState, settings: Settings, now: Instant): TimeBox | undefined => {
  const visit = state.phaseVisits.at(-1);
  const box = boxOf(state, settings);
  if (!visit || visit.until || !box) return undefined;
  const limitMs = minutesToMs(box.minutes);
  const elapsed = Math.max(0, elapsedMs(visit.since, now));
  const rounds = Math.floor(elapsed / limitMs);
  const expired = box.rolling ? rounds : Math.min(rounds, 1);
  const dueAt = addMs(visit.since, limitMs * (box.rolling ? rounds + 1 : 1));
  return {
    phase: state.phase,
    since: visit.since,
    limitMs,
    dueAt,
    // Of a phase that begins ahead of this clock the whole box is left, not more than that.
    leftMs: Math.min(limitMs, elapsedMs(now, dueAt)),
    rolling: box.rolling,
    expired,
  };
};

const boxOf = (state: LifecycleState, settings: Settings): { minutes: number; rolling: boolean } | undefined => {
  const severity = currentSeverity(state)?.severity;
  const box = (minutes: number | undefined, rolling = false) => (minutes ? { minutes, rolling } : undefined);
  switch (state.phase) {
    case 'detect':
      return box(settings.ackMinutes);
    case 'triage':
      return box(severity === undefined ? undefined : settings.triageMinutes[severity]);
    case 'identify':
      return box(settings.identifyCheckMinutes, true);
    case 'fix':
      return box(settings.fixCheckMinutes, true);
    case 'recover':
      return box(watchMinutes(state, settings));
    case 'resolve':
      return undefined;
  }
};

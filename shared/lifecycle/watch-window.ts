import { minutesToMs } from '../kernel/duration.ts';
import { addMs, elapsedMs, type Instant, latest } from '../kernel/instant.ts';
import type { Settings } from '../playbook/playbook.ts';
import { currentClaim } from './current-claim.ts';
import { goodSince } from './current-impact.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { currentSeverity } from './severity.ts';

export interface WatchWindow {
  readonly since: Instant;
  readonly until: Instant;
  readonly limitMs: number;
  /** Negative once it has passed. */
  readonly leftMs: number;
}

/**
 * How long service must stay good before "restored" is said: from the moment that the impact went to `none`, the fix was
 * in, or the recovery that somebody claims (`claimedAt`), whichever is latest. Undefined while users are still hurt or
 * nothing is known of them.
 */
export const watchWindow = (
  state: LifecycleState,
  settings: Settings,
  now: Instant,
  claimedAt?: Instant,
): WatchWindow | undefined => {
  const good = goodSince(state);
  if (!good) return undefined;
  const since = [currentClaim(state, 'fixed')?.at, claimedAt].reduce<Instant>(
    (start, at) => (at ? latest(start, at) : start),
    good,
  );
  const limitMs = minutesToMs(watchMinutes(state, settings));
  const until = addMs(since, limitMs);
  return { since, until, limitMs, leftMs: elapsedMs(now, until) };
};

/** Minutes by severity; 0 where the playbook asks for none. Not knowing the severity is no reason for haste. */
export const watchMinutes = (state: LifecycleState, settings: Settings): number => {
  if (state.drill) return settings.drillWatchMinutes;
  const severity = currentSeverity(state)?.severity;
  return severity === undefined
    ? Math.max(0, ...Object.values(settings.watchMinutes))
    : (settings.watchMinutes[severity] ?? 0);
};

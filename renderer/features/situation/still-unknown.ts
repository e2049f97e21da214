import { hoursToMs } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { currentClaim } from '../../../shared/lifecycle/current-claim.ts';
import type { LifecycleState } from '../../../shared/lifecycle/lifecycle-state.ts';
import type { StatedFact } from '../../../shared/updates/updates-state.ts';

/** A question that nobody touched for this long is asked after. */
const askAfterMs = hoursToMs(2);

/**
 * Whether to ask if a stated unknown still is one: the cause was identified after it was stated, or it stands there for
 * two hours. Drafts repeat it word for word, so a stale one misinforms. Not asked once the incident is over.
 */
export const asksStillUnknown = (lifecycle: LifecycleState, unknown: StatedFact | undefined, now: Instant): boolean => {
  if (!unknown?.text || lifecycle.status !== 'open') return false;
  const identified = currentClaim(lifecycle, 'identified');
  return (
    (identified !== undefined && unknown.recordedAt < identified.recordedAt) || elapsedMs(unknown.at, now) > askAfterMs
  );
};

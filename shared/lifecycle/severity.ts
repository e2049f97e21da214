import { byText } from '../kernel/by-text.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import type { Severity } from '../playbook/playbook.ts';
import { currentClaim } from './current-claim.ts';
import type { LifecycleState, SeverityStep } from './lifecycle-state.ts';

/** The level that holds: the last by when it changed; of two at one moment the one applied later. */
export const currentSeverity = (state: Pick<LifecycleState, 'severitySteps'>): SeverityStep | undefined =>
  sortedSteps(state).at(-1);

/** The worst level that was ever held; a level that the playbook no longer lists counts as the least. */
export const peakSeverity = (
  state: Pick<LifecycleState, 'severitySteps'>,
  severities: readonly Severity[],
): string | undefined => {
  const rank = (step: SeverityStep) => severities.find(({ id }) => id === step.severity)?.rank ?? Infinity;
  return sortedSteps(state).reduce<SeverityStep | undefined>(
    (peak, step) => (!peak || rank(step) < rank(peak) ? step : peak),
    undefined,
  )?.severity;
};

/**
 * Milliseconds in each level, from its first step until recovery, else closing, else `now`: a severity sizes the
 * response, and weeks of follow-up are none.
 */
export const timeInSeverity = (state: LifecycleState, now: Instant): ReadonlyMap<string, number> => {
  const end = currentClaim(state, 'recovered')?.at ?? state.closure?.at ?? now;
  const steps = sortedSteps(state).filter((step) => step.at < end);
  const spent = new Map<string, number>();
  for (const [index, { severity, at }] of steps.entries()) {
    const ms = elapsedMs(at, steps[index + 1]?.at ?? end);
    spent.set(severity, (spent.get(severity) ?? 0) + ms);
  }
  return spent;
};

const sortedSteps = (state: Pick<LifecycleState, 'severitySteps'>): readonly SeverityStep[] =>
  state.severitySteps.toSorted(byText(({ at }) => at));

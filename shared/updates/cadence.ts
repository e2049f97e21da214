import { hoursToMs, minutesToMs } from '../kernel/duration.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { type Cadence, type CadenceAudience, cadenceAudiences, type Playbook } from '../playbook/playbook.ts';
import type { Decision } from '../timeline/timeline-state.ts';

/** Nobody has to know in the first hour how long it will last: a stretch decided then does not count (domain.md 5.6). */
const earliestStretchMs = hoursToMs(1);

const noCadence: Cadence = { kind: 'none' };

/** Of a severity that the playbook does not know, and of audiences with clocks of their own: none. */
export const cadenceOf = (playbook: Playbook, severity: string | undefined, audience: string): Cadence => {
  const level = playbook.severities.find(({ id }) => id === severity);
  return level && hasCadence(audience) ? level.cadence[audience] : noCadence;
};

/** 1 is the worst; a severity that the playbook does not know counts as the mildest. */
export const severityRank = (playbook: Playbook, severity: string | undefined): number =>
  playbook.severities.find(({ id }) => id === severity)?.rank ?? Number.POSITIVE_INFINITY;

/** Time between two updates in ms; where updates follow changes, the time that a change leaves. */
export const intervalMs = (cadence: Cadence, playbook: Playbook): number =>
  minutesToMs(cadence.kind === 'interval' ? cadence.everyMinutes : playbook.settings.milestoneUpdateMinutes);

/**
 * How far decisions stretch the cadence for an update sent at `sentAt`: 1, or up to `longIncidentFactor`. Counts only
 * in a long incident, not when decided in its first hour, and not from before the clocks started again (`restartedAt`).
 */
export const stretchAt = (
  decisions: Iterable<Decision>,
  playbook: Playbook,
  times: { readonly detectedAt: Instant; readonly restartedAt?: Instant | undefined; readonly sentAt: Instant },
): number => stretchDecision(decisions, playbook, times)?.factor ?? 1;

/** The decision behind `stretchAt`, with its factor after the limit. */
export const stretchDecision = (
  decisions: Iterable<Decision>,
  { settings }: Playbook,
  { detectedAt, restartedAt, sentAt }: Parameters<typeof stretchAt>[2],
): { readonly decision: Decision; readonly factor: number } | undefined => {
  if (elapsedMs(detectedAt, sentAt) <= hoursToMs(settings.longIncidentHours)) return undefined;
  let newest: Decision | undefined;
  for (const decision of decisions) {
    const counts =
      decision.event.cadenceFactor !== undefined &&
      decision.recordedAt <= sentAt &&
      elapsedMs(detectedAt, decision.recordedAt) >= earliestStretchMs &&
      (restartedAt === undefined || decision.recordedAt > restartedAt);
    if (counts && (!newest || decision.recordedAt >= newest.recordedAt)) newest = decision;
  }
  if (!newest) return undefined;
  return {
    decision: newest,
    factor: Math.min(Math.max(newest.event.cadenceFactor ?? 1, 1), Math.max(settings.longIncidentFactor, 1)),
  };
};

const hasCadence = (audience: string): audience is CadenceAudience =>
  cadenceAudiences.some((known) => known === audience);

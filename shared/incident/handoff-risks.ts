import type { Instant } from '../kernel/instant.ts';
import { formatClock, zoneName } from '../kernel/zone.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { projectBrief } from './brief.ts';
import type { IncidentState } from './incident-state.ts';

/** How many risks the successor reads back (domain.md 3.2). */
export const risksToReadBack = 3;

/**
 * What may go wrong in the next hours, as the record knows it, the most pressing first: decisions that wait, hypotheses
 * that are not settled, work over its time-box, temporary measures, what is unknown, the nearest promise.
 * `zone`: IANA, for the times in the sentences.
 */
export const offeredRisks = (
  state: IncidentState,
  playbook: Playbook,
  role: string,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): readonly string[] => {
  const { waiting, hypotheses, tasks, temporary, remaining, unknown, promises } = projectBrief(
    state,
    playbook,
    role,
    now,
  );
  const clock = (at: Instant) => `${formatClock(at, zone)} ${zoneName(at, zone)}`;
  const [nearest] = promises;
  const risks = [
    ...waiting.map(({ question }) => `Waits for your decision: ${question}`),
    ...hypotheses.open.map(({ event }) => `Not settled: ${event.text}`),
    ...tasks.filter((task) => task.state === 'over').map(({ text, owner }) => `Over its time-box: ${text} (${owner})`),
    ...(temporary === undefined ? [] : [`Temporary measure still in: ${temporary}`]),
    ...(remaining === undefined ? [] : [`Still to do: ${remaining}`]),
    ...(unknown === undefined ? [] : [`Not known: ${unknown}`]),
    ...(nearest ? [`${nearest.name} ${nearest.promised ? 'promised' : 'due'} by ${clock(nearest.at)}`] : []),
  ];
  return [...new Set(risks.map((risk) => risk.replace(/\s+/g, ' ').trim()))];
};

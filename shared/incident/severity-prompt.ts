import { byText } from '../kernel/by-text.ts';
import { addMs, elapsedMs, type Instant } from '../kernel/instant.ts';
import { drVerdict, projectDisasterRecords } from '../lifecycle/disaster.ts';
import { currentSeverity } from '../lifecycle/severity.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { IncidentState } from './incident-state.ts';

/** What the severity has to be looked at for, and has not been since. */
export interface SeverityPrompt {
  /** The worst level of the playbook: "SEV1". */
  readonly to: string;
  /** The level that holds; missing while none was chosen. */
  readonly from?: string;
  /** "Data loss or exposure is confirmed", as it begins the question. */
  readonly because: string;
  readonly since: Instant;
}

/**
 * Confirmed harm to data and a missed RTO ask for the worst level (domain.md section 4). Answered by that level, by any
 * severity chosen since with its reason, or by a decision made since that names the level.
 */
export const severityPrompt = (state: IncidentState, playbook: Playbook, now: Instant): SeverityPrompt | undefined => {
  const worst = playbook.severities.toSorted((a, b) => a.rank - b.rank)[0]?.id;
  const step = currentSeverity(state.lifecycle);
  if (worst === undefined || step?.severity === worst) return undefined;
  const grounds = [...dataGround(state), ...rtoGrounds(state, now)].filter(
    ({ since }) => !isAnswered(state, worst, since),
  );
  const [first] = grounds.toSorted(byText(({ since }) => since));
  return first && { to: worst, ...(step ? { from: step.severity } : {}), ...first };
};

type Ground = Pick<SeverityPrompt, 'because' | 'since'>;

const dataGround = ({ updates: { dataStatement } }: IncidentState): readonly Ground[] =>
  dataStatement?.event.data === 'confirmed'
    ? [{ because: 'Data loss or exposure is confirmed', since: dataStatement.event.occurredAt }]
    : [];

const rtoGrounds = ({ lifecycle }: IncidentState, now: Instant): readonly Ground[] =>
  projectDisasterRecords(lifecycle).flatMap((record): readonly Ground[] => {
    const { rto } = drVerdict(record, now);
    const start = record.instants.downFrom ?? record.instants.disasterAt;
    if (rto.kind !== 'missed' || start === undefined || record.rtoMs === undefined) return [];
    return [{ because: `The RTO of ${record.dataset} is missed`, since: addMs(start, record.rtoMs) }];
  });

/** By when it happened: a level chosen before the ground was known is no answer to it. */
const isAnswered = ({ lifecycle, timeline }: IncidentState, worst: string, since: Instant): boolean => {
  const isAfter = (at: Instant) => elapsedMs(since, at) >= 0;
  return (
    lifecycle.severitySteps.some(({ at }) => isAfter(at)) ||
    [...timeline.decisions.values()].some(
      ({ event }) => isAfter(event.occurredAt) && `${event.question ?? ''} ${event.chosen}`.includes(worst),
    )
  );
};

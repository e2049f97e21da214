import type { IncidentEvent } from './incident-event.ts';

/**
 * The one field that an event sets, for telling concurrent changes apart. Events that only add something
 * (an entry, a factor, a sent update) set no field and cannot contradict each other.
 */
export const fieldOfEvent = (event: IncidentEvent): string | undefined => {
  switch (event.type) {
    case 'SeverityChanged':
      return 'severity';
    case 'IncidentDetailsChanged':
      return `details:${Object.keys(event)
        .filter((name) => ['title', 'key', 'services', 'detection'].includes(name))
        .join('+')}`;
    case 'MilestoneReached':
    case 'MilestoneCorrected':
    case 'MilestoneWithdrawn':
    case 'MilestoneSkipped':
      return `milestone:${event.milestone}`;
    case 'IncidentReopened':
    case 'IncidentClosed':
      return 'status';
    case 'ImpactChanged':
      return event.service === undefined ? 'impact' : `impact:${event.service}`;
    case 'RoleAssigned':
    case 'HandoffAccepted':
      return `role:${event.role}`;
    case 'EntryCorrected':
      return `entry:${event.entry}`;
    case 'ClockErrorStated':
      return `clock:${event.device}`;
    case 'HypothesisJudged':
      return `hypothesis:${event.hypothesis}`;
    case 'TaskFinished':
      return `task:${event.task}`;
    case 'DecisionMade':
      return event.asked === undefined ? undefined : `decision:${event.asked}`;
    case 'SituationChanged':
      return `fact:${event.field}`;
    case 'DataStatementMade':
      return 'data-statement';
    case 'ReviewSectionWritten':
      return `section:${event.section}`;
    case 'ReviewStatusChanged':
      return 'review-status';
    case 'FactorChanged':
      return `factor:${event.factor}`;
    case 'ActionChanged':
      return `action:${event.action}`;
    case 'RecoveryInstantRecorded':
      return `recovery:${event.dataset}:${event.instant}`;
    default:
      return undefined;
  }
};

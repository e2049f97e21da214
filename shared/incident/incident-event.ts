import type { LifecycleEvent } from '../lifecycle/lifecycle-events.ts';
import type { EventBase } from '../record/event.ts';
import type { ReviewEvent } from '../review/review-events.ts';
import type { RolesEvent } from '../roles/roles-events.ts';
import type { TimelineEvent } from '../timeline/timeline-events.ts';
import type { UpdatesEvent } from '../updates/updates-events.ts';

export interface PlaybookAdopted extends EventBase {
  readonly type: 'PlaybookAdopted';
  readonly playbook: string;
}

export type IncidentEvent = LifecycleEvent | TimelineEvent | RolesEvent | UpdatesEvent | ReviewEvent | PlaybookAdopted;
export type EventType = IncidentEvent['type'];
export type Feature = 'lifecycle' | 'timeline' | 'roles' | 'updates' | 'review' | 'incident';

/** Which feature applies an event. A type that is not listed comes from a later version: kept and shown raw. */
export const featureOfEvent: Readonly<Record<EventType, Feature>> = {
  IncidentDeclared: 'lifecycle',
  IncidentDetailsChanged: 'lifecycle',
  MilestoneReached: 'lifecycle',
  MilestoneCorrected: 'lifecycle',
  MilestoneWithdrawn: 'lifecycle',
  MilestoneSkipped: 'lifecycle',
  PhaseMoved: 'lifecycle',
  SeverityChanged: 'lifecycle',
  ImpactChanged: 'lifecycle',
  IncidentReopened: 'lifecycle',
  IncidentClosed: 'lifecycle',
  ObjectivesSet: 'lifecycle',
  RecoveryInstantRecorded: 'lifecycle',
  RestoreProgressNoted: 'lifecycle',
  RegulatorInstantRecorded: 'lifecycle',
  EntryRecorded: 'timeline',
  EntryCorrected: 'timeline',
  EntryStarred: 'timeline',
  EvidenceAttached: 'timeline',
  TextRedacted: 'timeline',
  EventWithdrawn: 'timeline',
  EventMovedHere: 'timeline',
  ClockErrorStated: 'timeline',
  DecisionAsked: 'timeline',
  DecisionMade: 'timeline',
  HypothesisProposed: 'timeline',
  HypothesisJudged: 'timeline',
  TaskGiven: 'timeline',
  TaskExtended: 'timeline',
  TaskFinished: 'timeline',
  TodoClosed: 'timeline',
  RoleAssigned: 'roles',
  HandoffOffered: 'roles',
  HandoffAccepted: 'roles',
  HandoffCancelled: 'roles',
  PersonJoined: 'roles',
  PersonLeft: 'roles',
  ChecklistItemDone: 'roles',
  ChecklistItemSkipped: 'roles',
  ChecklistItemUndone: 'roles',
  SituationChanged: 'updates',
  DataStatementMade: 'updates',
  UpdateSent: 'updates',
  UpdatePromised: 'updates',
  ReviewSectionWritten: 'review',
  ReviewDetailsSet: 'review',
  ReviewStatusChanged: 'review',
  ReviewCheckMarked: 'review',
  FactorAdded: 'review',
  FactorChanged: 'review',
  ActionAdded: 'review',
  ActionChanged: 'review',
  PlaybookAdopted: 'incident',
};

export const isKnownEventType = (type: string): type is EventType => Object.hasOwn(featureOfEvent, type);

import type { TextPath } from '../record/event.ts';
import { type EventType, isKnownEventType } from './incident-event.ts';

/**
 * Where people's own words lie in each event: what a redaction can remove from a journal without breaking its chain.
 * Names of people are words too; ids, kinds and instants are not.
 */
const pathsByType: Readonly<Record<EventType, readonly string[]>> = {
  IncidentDeclared: ['title', 'key', 'services.*', 'detection.detail'],
  IncidentDetailsChanged: ['title', 'key', 'services.*', 'detection.detail'],
  MilestoneReached: ['reason', 'evidence.*', 'fix.change', 'fix.executor', 'fix.check', 'fix.rollback'],
  MilestoneCorrected: ['reason', 'evidence.*'],
  MilestoneWithdrawn: ['reason'],
  MilestoneSkipped: ['reason'],
  PhaseMoved: ['reason'],
  SeverityChanged: ['reason'],
  ImpactChanged: ['text', 'scope', 'service'],
  IncidentReopened: ['reason'],
  IncidentClosed: ['reason'],
  ObjectivesSet: ['dataset', 'minService'],
  RecoveryInstantRecorded: ['dataset', 'reason'],
  RestoreProgressNoted: ['dataset', 'text'],
  RegulatorInstantRecorded: ['reason'],
  EntryRecorded: ['text', 'actor', 'evidence.*.text', 'alert.rule', 'observation.measure', 'observation.value'],
  EntryCorrected: ['text', 'reason'],
  EntryStarred: [],
  EvidenceAttached: ['evidence.text'],
  TextRedacted: ['why'],
  EventWithdrawn: ['reason'],
  EventMovedHere: [],
  ClockErrorStated: ['against'],
  DecisionAsked: ['question', 'askedBy', ...optionPaths()],
  DecisionMade: [
    'question',
    'chosen',
    'because',
    'decidedBy',
    'consulted.*',
    'objections.*',
    'userEffect',
    ...optionPaths(),
  ],
  HypothesisProposed: ['text', 'owner', 'test'],
  HypothesisJudged: ['result', 'plainText'],
  TaskGiven: ['text', 'owner'],
  TaskExtended: ['reason', 'owner'],
  TaskFinished: ['result'],
  TodoClosed: ['result'],
  RoleAssigned: ['person', 'reason'],
  HandoffOffered: ['from', 'to', 'risks.*'],
  HandoffAccepted: ['from', 'to', 'risksReadBack.*'],
  HandoffCancelled: ['reason'],
  PersonJoined: ['person', 'task'],
  PersonLeft: ['person', 'reason'],
  ChecklistItemDone: ['text'],
  ChecklistItemSkipped: ['text', 'reason'],
  ChecklistItemUndone: ['text'],
  SituationChanged: ['text'],
  DataStatementMade: ['text'],
  UpdateSent: ['text', 'corrects.wrong', 'corrects.right', 'retracts.reason'],
  UpdatePromised: [],
  ReviewSectionWritten: ['markdown'],
  ReviewDetailsSet: ['owner'],
  ReviewStatusChanged: ['reason'],
  ReviewCheckMarked: [],
  FactorAdded: ['text'],
  FactorChanged: ['text'],
  ActionAdded: ['text', 'owner', 'ticket'],
  ActionChanged: ['text', 'owner', 'ticket', 'declinedBecause', 'doneEvidence'],
  PlaybookAdopted: [],
};

const split = new Map<string, readonly TextPath[]>(
  Object.entries(pathsByType).map(([type, paths]) => [type, paths.map((path) => path.split('.'))]),
);

/** The text paths of an event type; an unknown type has none, its writer knew where they lie. */
export const textPaths = (type: string): readonly TextPath[] => (isKnownEventType(type) ? (split.get(type) ?? []) : []);

function optionPaths() {
  return ['text', 'benefit', 'risk', 'time'].map((field) => `options.*.${field}`);
}

import { given } from '../kernel/given.ts';
import type { Applied } from '../record/rules.ts';
import { endClaims, evolveCorrected, evolveReached } from './evolve-claims.ts';
import { advancePhase, effectOf, endVisit, enterPhase } from './evolve-phase.ts';
import type {
  ImpactChanged,
  IncidentDeclared,
  IncidentReopened,
  LifecycleEvent,
  MilestoneWithdrawn,
  ObjectivesSet,
} from './lifecycle-events.ts';
import type { ImpactStep, LifecycleDraft, RecoveryTrack } from './lifecycle-state.ts';

/**
 * Folds one event into a private draft. Total: any event in any order is taken as a fact, for a merge may bring
 * facts that no single writer would have been allowed to record.
 */
export const evolveLifecycle = (draft: LifecycleDraft, event: LifecycleEvent, applied: Applied): void => {
  switch (event.type) {
    case 'IncidentDeclared':
      evolveDeclared(draft, event, applied);
      break;
    case 'IncidentDetailsChanged':
      draft.title = event.title ?? draft.title;
      draft.key = event.key ?? draft.key;
      draft.services = event.services ?? draft.services;
      draft.detection = event.detection ?? draft.detection;
      break;
    case 'MilestoneReached':
      evolveReached(draft, event, applied);
      break;
    case 'MilestoneCorrected':
      evolveCorrected(draft, event, applied);
      break;
    case 'MilestoneWithdrawn':
      evolveWithdrawn(draft, event);
      break;
    case 'MilestoneSkipped':
      draft.skipped.set(event.milestone, { event: event.id, reason: event.reason });
      advancePhase(draft, effectOf(event.milestone), event);
      break;
    case 'PhaseMoved':
      advancePhase(draft, event.phase, event);
      break;
    case 'SeverityChanged':
      draft.severitySteps.push({
        event: event.id,
        severity: event.severity,
        reason: event.reason,
        at: event.occurredAt,
        recordedAt: applied.recordedAt,
        provisional: event.provisional ?? false,
      });
      break;
    case 'ImpactChanged':
      draft.impactSteps.push(impactStep(event, applied));
      break;
    case 'IncidentReopened':
      evolveReopened(draft, event, applied);
      break;
    case 'IncidentClosed':
      draft.status = event.as;
      draft.closure = {
        as: event.as,
        reason: event.reason,
        at: event.occurredAt,
        ...given({ parent: event.parent }),
      };
      endVisit(draft, event.occurredAt);
      break;
    case 'ObjectivesSet':
      changeTrack(draft, event.dataset, (track) => ({ ...track, ...objectivesOf(event) }));
      break;
    case 'RecoveryInstantRecorded':
      changeTrack(draft, event.dataset, (track) => ({
        ...track,
        instants: { ...track.instants, [event.instant]: { at: event.occurredAt, ...given({ reason: event.reason }) } },
      }));
      break;
    case 'RestoreProgressNoted':
      changeTrack(draft, event.dataset, (track) => ({
        ...track,
        progress: { text: event.text, at: event.occurredAt, ...given({ expectedAt: event.expectedAt }) },
      }));
      break;
    case 'RegulatorInstantRecorded':
      draft.regulatorInstants.set(event.instant, event.occurredAt);
      break;
  }
};

const evolveDeclared = (draft: LifecycleDraft, event: IncidentDeclared, applied: Applied): void => {
  draft.declared = event;
  draft.declaredBy = applied.by;
  draft.recordedAt = applied.recordedAt;
  draft.title = event.title;
  draft.key = event.key;
  draft.services = event.services;
  draft.detection = event.detection;
  draft.drill = event.drill;
  // Nobody was paged, so there is no page to acknowledge: the first work is to assess.
  const phase = event.paged ? 'detect' : 'triage';
  if (draft.phaseVisits.length === 0) enterPhase(draft, phase, event);
  else advancePhase(draft, phase, event);
};

const evolveWithdrawn = (draft: LifecycleDraft, event: MilestoneWithdrawn): void => {
  endClaims(draft, event.milestone, { how: event.how, at: event.occurredAt, reason: event.reason });
  if (event.how === 'fix-failed') {
    draft.fix = undefined;
    if (draft.phase === 'recover') enterPhase(draft, 'fix', event);
  } else if (draft.phase === 'fix') {
    enterPhase(draft, 'identify', event);
  }
};

const evolveReopened = (draft: LifecycleDraft, event: IncidentReopened, applied: Applied): void => {
  const ended = { how: 'relapse', at: event.occurredAt, reason: event.reason } as const;
  for (const milestone of ['identified', 'fixed', 'recovered'] as const) endClaims(draft, milestone, ended);
  draft.fix = undefined;
  draft.status = 'open';
  draft.closure = undefined;
  draft.reopenings.push({ at: event.occurredAt, recordedAt: applied.recordedAt, reason: event.reason });
  draft.impactSteps.push({
    event: event.id,
    level: event.level,
    at: event.occurredAt,
    recordedAt: applied.recordedAt,
  });
  enterPhase(draft, 'triage', event);
};

const impactStep = (event: ImpactChanged, applied: Applied): ImpactStep => ({
  event: event.id,
  level: event.level,
  at: event.occurredAt,
  recordedAt: applied.recordedAt,
  ...given({ text: event.text, scope: event.scope, service: event.service }),
});

const objectivesOf = ({ rpoMs, rtoMs, mtpdMs, minService }: ObjectivesSet) =>
  given({ rpoMs, rtoMs, mtpdMs, minService });

const changeTrack = (draft: LifecycleDraft, dataset: string, change: (track: RecoveryTrack) => RecoveryTrack): void => {
  draft.recoveryTracks.set(dataset, change(draft.recoveryTracks.get(dataset) ?? { dataset, instants: {} }));
};

import { SkipItemDialog } from '../features/checklist/skip-item-dialog.tsx';
import { ClockErrorDialog } from '../features/clock-error/clock-error-dialog.tsx';
import { AskDecisionDialog } from '../features/decisions/ask-decision-dialog.tsx';
import { DecisionDialog } from '../features/decisions/decision-dialog.tsx';
import { OfferHandoffDialog } from '../features/handoff/offer-handoff-dialog.tsx';
import { HypothesisDialog } from '../features/hypotheses/hypothesis-dialog.tsx';
import { JudgeHypothesisDialog } from '../features/hypotheses/judge-hypothesis-dialog.tsx';
import { CorrectMilestoneDialog } from '../features/milestones/correct-milestone-dialog.tsx';
import { MovedFigures } from '../features/milestones/metric-moves.tsx';
import { MilestoneDialog } from '../features/milestones/milestone-dialog.tsx';
import { MilestonesDialog } from '../features/milestones/milestones-dialog.tsx';
import { MovePhaseDialog } from '../features/milestones/move-phase-dialog.tsx';
import { TakeBackDialog } from '../features/milestones/take-back-dialog.tsx';
import { FinishTaskDialog } from '../features/people/finish-task-dialog.tsx';
import { RoleDialog } from '../features/people/role-dialog.tsx';
import { RosterDialog } from '../features/people/roster-dialog.tsx';
import { TaskDialog } from '../features/people/task-dialog.tsx';
import { RecoveryDialog } from '../features/recovery/recovery-dialog.tsx';
import { RestoreProgressDialog } from '../features/recovery/restore-progress-dialog.tsx';
import { ResidueDialog } from '../features/residue/residue-dialog.tsx';
import { ReviewDialogs } from '../features/review/review-dialogs.tsx';
import { AdoptPlaybookDialog } from '../features/situation/adopt-playbook-dialog.tsx';
import { CloseIncidentDialog } from '../features/situation/close-incident-dialog.tsx';
import { DataStatementDialog } from '../features/situation/data-statement-dialog.tsx';
import { DetailsDialog } from '../features/situation/details-dialog.tsx';
import { ImpactDialog } from '../features/situation/impact-dialog.tsx';
import { SeverityDialog } from '../features/situation/severity-dialog.tsx';
import { SituationDialog } from '../features/situation/situation-dialog.tsx';
import { TimelineDialogs } from '../features/timeline/timeline-dialogs.tsx';
import { VerifyDialog } from '../features/verify/verify-dialog.tsx';
import type { Dialog } from '../state/view-store.ts';

/** A dialog of the incident that is open. */
export const IncidentDialog = ({ dialog }: { readonly dialog: Dialog }) => {
  switch (dialog.name) {
    case 'milestone':
      return <MilestoneDialog begun={dialog.begun} key={dialog.milestone} milestone={dialog.milestone} />;
    case 'correct-milestone':
      return <CorrectMilestoneDialog key={dialog.milestone} milestone={dialog.milestone} />;
    case 'milestones':
      return <MilestonesDialog />;
    case 'take-back':
      return <TakeBackDialog key={dialog.what} what={dialog.what} />;
    case 'severity':
      return <SeverityDialog />;
    case 'impact':
      return <ImpactDialog />;
    case 'situation':
      return <SituationDialog />;
    case 'data-statement':
      return <DataStatementDialog />;
    case 'details':
      return <DetailsDialog />;
    case 'close-incident':
      return <CloseIncidentDialog />;
    case 'recovery-track':
      return <RecoveryDialog />;
    case 'restore-progress':
      return <RestoreProgressDialog />;
    case 'move-phase':
      return <MovePhaseDialog />;
    case 'adopt-playbook':
      return <AdoptPlaybookDialog />;
    case 'role':
      return <RoleDialog key={dialog.role} role={dialog.role} />;
    case 'roster':
      return <RosterDialog />;
    case 'offer-handoff':
      return <OfferHandoffDialog key={dialog.role} role={dialog.role} />;
    case 'task':
      return <TaskDialog />;
    case 'finish-task':
      return <FinishTaskDialog key={dialog.task} task={dialog.task} />;
    case 'decision':
      return <DecisionDialog key={dialog.asked ?? ''} {...(dialog.asked ? { asked: dialog.asked } : {})} />;
    case 'ask-decision':
      return <AskDecisionDialog />;
    case 'hypothesis':
      return <HypothesisDialog />;
    case 'judge-hypothesis':
      return <JudgeHypothesisDialog hypothesis={dialog.hypothesis} key={dialog.hypothesis} />;
    case 'skip-item':
      return <SkipItemDialog item={dialog.item} key={dialog.item} />;
    case 'clock-error':
      return <ClockErrorDialog />;
    case 'residue':
      return <ResidueDialog isAfter={dialog.isAfter === true} />;
    case 'verify':
      return <VerifyDialog />;
    default:
      return (
        <>
          <TimelineDialogs movesOf={(commands) => <MovedFigures commands={commands} />} />
          <ReviewDialogs />
        </>
      );
  }
};

import { currentClaim } from '../../../shared/lifecycle/current-claim.ts';
import { laterPhases } from '../../../shared/lifecycle/later-phases.ts';
import type { Milestone } from '../../../shared/lifecycle/lifecycle.ts';
import { nextMilestone } from '../../../shared/lifecycle/next-milestone.ts';
import type { AppAction } from '../../state/action.ts';
import { previewAsking } from '../../state/asking.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { canRecordOnConsole, isOnConsole } from '../../state/on-console.ts';
import { openDialog } from '../../state/view-store.ts';

const holds = (milestone: Milestone): boolean => {
  const { open } = incidentStore.getState();
  return open !== undefined && currentClaim(open.state.lifecycle, milestone) !== undefined;
};

const isOver = (): boolean => {
  const status = incidentStore.getState().open?.state.lifecycle.status;
  return status === 'restored' || status === 'resolved';
};

const canMoveOn = (): boolean => {
  const lifecycle = incidentStore.getState().open?.state.lifecycle;
  return lifecycle?.status === 'open' && laterPhases(lifecycle.phase).length > 0;
};

export const milestonesActions: readonly AppAction[] = [
  {
    id: 'milestone.next',
    label: 'Reach the next milestone',
    group: 'Command',
    keys: 'Alt+M',
    isAvailable: canRecordOnConsole,
    run: () => {
      const { open } = incidentStore.getState();
      const next = open && nextMilestone(open.state.lifecycle, open.playbook.settings, previewAsking());
      openDialog(next ? { name: 'milestone', milestone: next.milestone } : { name: 'milestones' });
    },
  },
  {
    id: 'milestone.list',
    label: 'Show all milestones, correct or take back',
    group: 'Command',
    isAvailable: isOnConsole,
    run: () => openDialog({ name: 'milestones' }),
  },
  {
    id: 'milestone.move-phase',
    label: 'Move on to another phase',
    group: 'Command',
    isAvailable: () => canRecordOnConsole() && canMoveOn(),
    run: () => openDialog({ name: 'move-phase' }),
  },
  {
    id: 'milestone.withdraw-diagnosis',
    label: 'Withdraw the diagnosis',
    group: 'Command',
    isAvailable: () => canRecordOnConsole() && holds('identified'),
    run: () => openDialog({ name: 'take-back', what: 'diagnosis' }),
  },
  {
    id: 'milestone.fix-failed',
    label: 'Report the fix as failed',
    group: 'Command',
    isAvailable: () => canRecordOnConsole() && holds('fixed') && !holds('recovered'),
    run: () => openDialog({ name: 'take-back', what: 'fix' }),
  },
  {
    id: 'milestone.relapse',
    label: 'Report a relapse',
    group: 'Command',
    isAvailable: () => canRecordOnConsole() && incidentStore.getState().open?.state.lifecycle.status === 'restored',
    run: () => openDialog({ name: 'take-back', what: 'recovery' }),
  },
  {
    id: 'milestone.relapse-anew',
    label: 'Declare a new incident as a relapse of this one',
    group: 'Command',
    isAvailable: () => isOnConsole() && isOver(),
    run: () => {
      const { open } = incidentStore.getState();
      if (open) openDialog({ name: 'declare', relapseOf: open.id });
    },
  },
];

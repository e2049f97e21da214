import type { ReactNode } from 'react';
import type { Command } from '../../../shared/incident/command.ts';
import { useView } from '../../state/view-store.ts';
import { AttachEvidenceDialog } from './attach-evidence-dialog.tsx';
import { ConflictsDialog } from './conflicts-dialog.tsx';
import { CorrectEntryDialog } from './correct-entry-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { RedactDialog } from './redact-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

interface TimelineDialogsProps {
  /** The figures that move when these are recorded. */
  readonly movesOf: (commands: readonly Command[]) => ReactNode;
}

/** The dialogs about what stands in the timeline; none is drawn unless its name is asked for. */
export const TimelineDialogs = ({ movesOf }: TimelineDialogsProps) => {
  const dialog = useView((view) => view.dialog);
  switch (dialog?.name) {
    case 'correct-entry':
      return <CorrectEntryDialog entry={dialog.entry} key={dialog.entry} />;
    case 'withdraw':
      return <WithdrawDialog event={dialog.event} key={dialog.event} movesOf={movesOf} />;
    case 'redact':
      return <RedactDialog event={dialog.event} key={dialog.event} />;
    case 'move':
      return <MoveDialog event={dialog.event} key={dialog.event} />;
    case 'attach-evidence':
      return <AttachEvidenceDialog entry={dialog.entry} key={dialog.entry} />;
    case 'conflicts':
      return <ConflictsDialog movesOf={movesOf} />;
    default:
      return null;
  }
};

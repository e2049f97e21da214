import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Command } from '../../../shared/incident/command.ts';
import { type Conflict, projectConflicts } from '../../../shared/incident/conflicts.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { announce, closeDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { Mono } from '../../ui/mono.tsx';
import styles from './dialogs.module.css';

/** The figures that move when these are recorded. */
type MovesOf = (commands: readonly Command[]) => ReactNode;

/** Changes to one thing that did not know of each other, with both sides; somebody decides which one holds. */
export const ConflictsDialog = ({ movesOf }: { readonly movesOf: MovesOf }) => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const conflicts = useMemo(() => projectConflicts(state, playbook), [state, playbook]);
  const list = useRef<HTMLDivElement>(null);
  const form = useCommandForm([], () => {
    // The button that was pressed is gone with its conflict; without a new place the focus would leave the dialog.
    list.current?.focus();
  });
  const isSettled = conflicts.length === 0;
  useEffect(() => {
    if (!isSettled) return;
    announce('No conflicts are left.');
    closeDialog();
  }, [isSettled]);
  return (
    <DialogFrame
      cancelLabel="Close"
      intro="Written on two devices, neither knowing of the other. The later one counts until somebody decides."
      note={form.problemBeside()}
      onCancel={closeDialog}
      title="Conflicts"
    >
      <div ref={list} tabIndex={-1}>
        {conflicts.map((conflict) => (
          <ConflictChoice conflict={conflict} form={form} key={conflict.field} movesOf={movesOf} />
        ))}
      </div>
    </DialogFrame>
  );
};

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly form: ReturnType<typeof useCommandForm>;
  readonly movesOf: MovesOf;
}

const ConflictChoice = ({ conflict: { sides }, form, movesOf }: ConflictChoiceProps) => {
  const zone = useZone();
  const toKeep = (kept: Conflict['sides'][number]): readonly Command[] =>
    sides
      .filter((side) => side !== kept)
      .map(({ event }) => ({
        type: 'WithdrawEvent',
        event,
        reason: `Settled a conflict: what ${kept.by} wrote holds`,
      }));
  return (
    <ul className={styles.sides}>
      {sides.map((side) => (
        <li className={styles.side} key={side.event}>
          <div>
            <p>{side.text || (side.happenedAt ? `Happened ${formatClock(side.happenedAt, zone)}` : '')}</p>
            <p className={styles.who}>
              {side.by}, recorded <Mono>{formatClock(side.recordedAt, zone)}</Mono>
              {side.counts ? ' · counts for now' : ''}
            </p>
            {movesOf(toKeep(side))}
          </div>
          <Button onPress={() => void form.record(...toKeep(side))} size="small" unavailable={form.unavailable}>
            Keep this
          </Button>
        </li>
      ))}
    </ul>
  );
};

import { useEffect, useMemo, useRef } from 'react';
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

/** Changes to one thing that did not know of each other, with both sides; somebody decides which one holds. */
export const ConflictsDialog = () => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const conflicts = useMemo(() => projectConflicts(state, playbook), [state, playbook]);
  const list = useRef<HTMLDivElement>(null);
  const form = useCommandForm(() => {
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
          <ConflictChoice conflict={conflict} form={form} key={conflict.field} />
        ))}
      </div>
    </DialogFrame>
  );
};

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly form: ReturnType<typeof useCommandForm>;
}

const ConflictChoice = ({ conflict: { sides }, form }: ConflictChoiceProps) => {
  const zone = useZone();
  const keep = (kept: Conflict['sides'][number]) =>
    void form.record(
      ...sides
        .filter((side) => side !== kept)
        .map(({ event }) => ({
          type: 'WithdrawEvent' as const,
          event,
          reason: `Settled a conflict: what ${kept.by} wrote holds`,
        })),
    );
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
          </div>
          <Button onPress={() => keep(side)} size="small" unavailable={form.unavailable}>
            Keep this
          </Button>
        </li>
      ))}
    </ul>
  );
};

import type { KeyboardEvent } from 'react';
import { formatClock } from '../../../shared/kernel/zone.ts';
import type { ChecklistLine } from '../../../shared/roles/checklist.ts';
import { useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './checklist.module.css';
import { tickItem } from './tick-item.ts';

/** One line to tick. It shows as ticked when that is on disk, and can be taken back the same way. */
export const ChecklistRow = ({ line }: { readonly line: ChecklistLine }) => {
  const { item, text, mark } = line;
  const readOnly = useIncident((open) => open.readOnly);
  const isPending = useIncident((open) =>
    open.pending.some(({ command }) => 'item' in command && command.item === item),
  );
  const zone = useZone();
  const note = isPending
    ? 'recording'
    : mark === undefined
      ? undefined
      : mark.state === 'skipped'
        ? `skipped ${formatClock(mark.at, zone)}: ${mark.reason ?? ''}`
        : formatClock(mark.at, zone);

  const tick = () => {
    if (!isPending) void tickItem(line);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' || mark || readOnly !== null) return;
    event.preventDefault();
    openDialog({ name: 'skip-item', item });
  };

  return (
    <li className={styles.line} onKeyDown={onKeyDown}>
      <Checkbox
        isQuietWhenDone
        isReadOnly={readOnly !== null}
        isSelected={mark !== undefined}
        note={note}
        onChange={tick}
      >
        {mark?.state === 'skipped' ? <s>{text}</s> : text}
      </Checkbox>
      {mark || readOnly !== null ? null : (
        <button
          aria-keyshortcuts="Delete"
          aria-label={`Skip: ${text}`}
          className={styles.skip}
          onClick={() => openDialog({ name: 'skip-item', item })}
          tabIndex={-1}
          type="button"
        >
          Skip
        </button>
      )}
    </li>
  );
};

import type { Instant } from '../../../shared/kernel/instant.ts';
import { shortDate } from '../../../shared/review/calendar-date.ts';
import { isOverdue } from '../../../shared/review/open-actions.ts';
import { findSectionKind } from '../../../shared/review/review-sections.ts';
import type { Action } from '../../../shared/review/review-state.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { onPress } from '../../ui/on-press.ts';
import { Panel } from '../../ui/panel.tsx';
import { StateText } from '../../ui/state-text.tsx';
import { Tag } from '../../ui/tag.tsx';
import { actionsCount, openFirst } from './action-words.ts';
import styles from './review-screen.module.css';

const kind = findSectionKind('actions');

const columns = [
  { id: 'action', label: 'Action', isWide: true },
  { id: 'type', label: 'Type' },
  { id: 'owner', label: 'Owner' },
  { id: 'due', label: 'Due', isFigure: true },
];

/** What will change, who owns it and by when; done and declined ones stay in sight, at the foot. */
export const ActionsPanel = ({ now }: { readonly now: Instant }) => {
  const actions = useIncident((open) => open.state.review.actions);
  const readOnly = useIncident((open) => open.readOnly);
  const all = openFirst([...actions.values()]);
  return (
    <Panel
      action={
        <Button
          keys="Alt A"
          label="Add action"
          onPress={() => openDialog({ name: 'action' })}
          size="small"
          unavailable={readOnly ?? undefined}
        >
          Add
        </Button>
      }
      count={actionsCount(all)}
      heading={`${kind.number} ${kind.title}`}
      name={kind.title}
    >
      {all.length === 0 ? (
        <EmptyLine>None yet. Collect in the meeting; a small group settles them two days later.</EmptyLine>
      ) : (
        <FigureTable
          caption="Actions"
          columns={columns}
          isCaptionHidden
          rows={all.map((action) => ({ id: action.id, cells: cellsOf(action, now) }))}
        />
      )}
    </Panel>
  );
};

const cellsOf = (action: Action, now: Instant) => {
  const { id, text, actionType, owner, due, state, mustBeforeResolve } = action;
  const isOver = state === 'done' || state === 'declined';
  return {
    action: (
      <>
        <button
          className={isOver ? styles.rowButtonDone : styles.rowButton}
          onClick={(event) => onPress(event, () => openDialog({ name: 'action', action: id }))}
          type="button"
        >
          {text}
        </button>{' '}
        {mustBeforeResolve && !isOver ? <Tag>must</Tag> : null} {state === 'open' ? null : <Tag>{state}</Tag>}
      </>
    ),
    type: actionType,
    owner: owner ?? <StateText kind="waiting">nobody</StateText>,
    due: due ? dueCell(action, due, now) : undefined,
  };
};

const dueCell = (action: Action, due: string, now: Instant) =>
  isOverdue(action, now) ? <StateText kind="over">{shortDate(due, now)}, late</StateText> : shortDate(due, now);

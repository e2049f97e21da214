import { useMemo } from 'react';
import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { shortDate } from '../../../shared/review/calendar-date.ts';
import { currentInstant } from '../../state/clock.ts';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StateText } from '../../ui/state-text.tsx';
import styles from './action-list.module.css';
import { type ListedAction, listActions } from './list-incidents.ts';
import { ListNote } from './list-note.tsx';

interface ActionListProps {
  /** Missing while nothing is known of any. */
  readonly incidents: readonly IncidentSummary[] | undefined;
}

/** What reviews have promised and nobody has done yet, oldest first. */
export const ActionList = ({ incidents }: ActionListProps) => {
  const actions = useMemo(() => listActions(incidents ?? [], currentInstant()), [incidents]);
  const late = actions.filter(({ lateDays }) => lateDays !== undefined && lateDays > 0).length;
  return (
    <aside className={styles.column}>
      <Panel
        action={late > 0 ? <StateText kind="over">{late} late</StateText> : undefined}
        count={<ListNote otherwise={actions.length > 0 ? `${actions.length}, oldest first` : undefined} />}
        heading="Open actions"
      >
        {incidents && actions.length === 0 ? <EmptyLine>No action is open.</EmptyLine> : null}
        <ul>
          {actions.map((action) => (
            <li className={styles.action} key={action.id}>
              <span className={`mono ${styles.age}`}>{action.ageDays}d</span>
              <span className={styles.text} title={action.text}>
                {action.text}
              </span>
              <span className={styles.who}>
                {action.owner ?? 'no owner'} · {action.incident.key ?? action.incident.title}
              </span>
              <Due action={action} />
            </li>
          ))}
        </ul>
      </Panel>
    </aside>
  );
};

const Due = ({ action: { due, lateDays } }: { readonly action: ListedAction }) => {
  if (due === undefined || lateDays === undefined) return <StateText kind="waiting">no date</StateText>;
  if (lateDays > 0) return <StateText kind="over">{lateDays}d late</StateText>;
  if (lateDays === 0) return <StateText kind="over">due today</StateText>;
  return <StateText kind={lateDays >= -3 ? 'soon' : 'running'}>due {shortDate(due, currentInstant())}</StateText>;
};

import { type KeyboardEvent, useMemo, useRef } from 'react';
import { phaseWords } from '../../../shared/incident/words.ts';
import { useTyper } from '../../state/asking.ts';
import { useIncident } from '../../state/incident-store.ts';
import { showSidePanel, useView } from '../../state/view-store.ts';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { FoldingPanel } from '../../ui/folding-panel.tsx';
import styles from './checklist.module.css';
import { type ListChoice, listChoices, shownList } from './checklist-lists.ts';
import { ChecklistRow } from './checklist-row.tsx';
import { pickList, usePickedList } from './checklist-view.ts';

/** What this role asks in this phase, one key each. The lists of all other roles are one press away. */
export const ChecklistPanel = () => {
  const roles = useIncident((open) => open.state.roles);
  const playbook = useIncident((open) => open.playbook);
  const phase = useIncident((open) => open.state.lifecycle.phase);
  const isOpen = useView(({ sidePanel }) => sidePanel === 'checklist');
  const typer = useTyper();
  const picked = usePickedList();
  const lists = useMemo(() => listChoices(roles, playbook, typer, phase), [roles, playbook, typer, phase]);
  const list = shownList(lists, picked);
  const progress = list ? `${list.settled} of ${list.total}` : 'none';
  return (
    <FoldingPanel
      count={list ? progress : undefined}
      foldLabel={`Checklist, ${progress}`}
      heading={`${headingOf(list, lists)}, ${phaseWords[phase]}`}
      isOpen={isOpen}
      name="Checklist"
      onToggle={() => showSidePanel(isOpen ? undefined : 'checklist')}
      rail={
        <>
          <b>{progress}</b>
          <span className="dim2">checklist</span>
        </>
      }
      tab={`Checklist ${progress}`}
    >
      {list ? <Lines list={list} /> : <EmptyLine>No checklist for this phase.</EmptyLine>}
      <OtherLists lists={lists.filter(({ role }) => role !== list?.role)} />
    </FoldingPanel>
  );
};

const headingOf = (list: ListChoice | undefined, lists: readonly ListChoice[]): string => {
  if (!list) return 'Checklist';
  return list.isMine && list.role === lists.find(({ isMine }) => isMine)?.role ? 'My checklist' : list.name;
};

/** Arrow keys move between the boxes, Space ticks, Delete asks why one is skipped; every box is also a Tab stop. */
const Lines = ({ list }: { readonly list: ListChoice }) => {
  const ref = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const boxes: HTMLElement[] = [...(ref.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
    const at = document.activeElement instanceof HTMLElement ? boxes.indexOf(document.activeElement) : -1;
    const next = boxes[Math.min(boxes.length - 1, Math.max(0, at + step))];
    event.preventDefault();
    next?.focus();
  };
  return (
    <ul className={styles.lines} onKeyDown={onKeyDown} ref={ref}>
      {list.lines.map((line) => (
        <ChecklistRow key={line.item} line={line} />
      ))}
    </ul>
  );
};

const OtherLists = ({ lists }: { readonly lists: readonly ListChoice[] }) =>
  lists.length === 0 ? null : (
    <ul aria-label="Other roles" className={styles.others}>
      {lists.map(({ role, name, settled, total, isMine }) => (
        <li key={role}>
          <button className={styles.other} onClick={() => pickList(role)} type="button">
            <span className={styles.otherName}>{isMine ? `${name}, also yours` : name}</span>
            <span className="nowrap">
              {settled} of {total}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );

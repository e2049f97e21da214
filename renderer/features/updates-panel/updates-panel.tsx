import { useMemo } from 'react';
import type { CadenceInput } from '../../../shared/updates/updates-input.ts';
import { mostUrgentAudience } from '../../../shared/updates/urgency.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { type DraftNote, useDraftNotes } from '../../state/draft-notes.ts';
import { useIncident } from '../../state/incident-store.ts';
import { showSidePanel, showWorkspace, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { FoldingPanel } from '../../ui/folding-panel.tsx';
import { Mono } from '../../ui/mono.tsx';
import { StateText } from '../../ui/state-text.tsx';
import { lateWords, type UpdateRow, updateRows } from './update-rows.ts';
import styles from './updates-panel.module.css';

/** What was promised to whom and when it is due. A press writes that update. */
export const UpdatesPanel = () => {
  const input = useCadenceInput();
  const isOpen = useView(({ sidePanel }) => sidePanel === 'updates');
  const notes = useDraftNotes();
  const zone = useZone();
  const now = useNow();
  const rows = useMemo(() => updateRows(input, now, zone), [input, now, zone]);
  const late = lateWords(rows);
  const urgent = useMemo(() => mostUrgentAudience(input, now)?.audience ?? 'public', [input, now]);
  return (
    <FoldingPanel
      action={
        <Button
          keys="Alt U"
          label="Write the most urgent update"
          onPress={() => showWorkspace({ name: 'composer', audience: urgent })}
          size="small"
          variant="ghost"
        >
          Write
        </Button>
      }
      foldLabel="Updates"
      heading="Next updates"
      isOpen={isOpen}
      name="Updates"
      onToggle={() => showSidePanel(isOpen ? undefined : 'updates')}
      tab={
        <>
          Updates{late === '' ? '' : ', '}
          {late === '' ? null : <StateText kind="over">{late}</StateText>}
        </>
      }
    >
      <ul>
        {rows.map((row) => (
          <Row
            key={row.audience}
            note={row.at === undefined ? undefined : noteWords(notes.get(row.audience))}
            row={row}
          />
        ))}
      </ul>
    </FoldingPanel>
  );
};

const Row = ({ row, note }: { readonly row: UpdateRow; readonly note: string | undefined }) => (
  <li>
    <button
      className={styles.row}
      onClick={() => showWorkspace({ name: 'composer', audience: row.audience })}
      title={`Write for ${row.name}`}
      type="button"
    >
      <span className={styles.name}>{row.name}</span>
      <span className={styles.state}>
        <StateText kind={row.kind}>
          {row.figure === undefined ? null : <Mono>{row.figure}</Mono>}
          {row.figure !== undefined && row.words !== '' ? ' ' : ''}
          {row.words}
          {row.kind === 'running' || row.kind === 'soon' ? <span className="sr"> left</span> : null}
        </StateText>
      </span>
      <span className={styles.facts}>
        <span>{row.detail}</span>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
      </span>
    </button>
  </li>
);

const noteWords = (note: DraftNote | undefined): string | undefined => {
  if (!note) return undefined;
  return note.toCheck === 0 ? 'draft ready' : `${note.toCheck} to check`;
};

const useCadenceInput = (): CadenceInput => {
  const playbook = useIncident((open) => open.playbook);
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const timeline = useIncident((open) => open.state.timeline);
  const updates = useIncident((open) => open.state.updates);
  return useMemo(() => ({ playbook, lifecycle, timeline, updates }), [playbook, lifecycle, timeline, updates]);
};

import { useMemo } from 'react';
import { projectRow } from '../../../shared/incident/timeline-row.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { Mono } from '../../ui/mono.tsx';
import styles from './dialogs.module.css';

/** The row that a dialog is about, so that nobody takes back the wrong one. */
export const EventWords = ({ event }: { readonly event: EventId }) => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const zone = useZone();
  const row = useMemo(() => projectRow(event, state, playbook), [event, state, playbook]);
  if (!row) return null;
  return (
    <p className={styles.quote}>
      <Mono dateTime={row.at}>{formatClock(row.at, zone)}</Mono> <b>{row.word}</b> {row.text}{' '}
      <span className={styles.who}>{row.who}</span>
    </p>
  );
};

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { zoneName } from '../../../shared/kernel/zone.ts';
import { metricWords } from '../../../shared/lifecycle/metric-definitions.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { incidentStore, openIncident } from '../../state/incident-store.ts';
import { showScreen } from '../../state/view-store.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './incident-table.module.css';
import { filterNames } from './library-view.ts';
import {
  type IncidentFilter,
  incidentFilters,
  recoverEnds,
  recoverText,
  startText,
  stateText,
} from './list-incidents.ts';
import { ListNote } from './list-note.tsx';

interface IncidentTableProps {
  readonly incidents: readonly IncidentSummary[];
  readonly filter: IncidentFilter;
  readonly onFilter: (filter: IncidentFilter) => void;
  /** What to say where no row is. */
  readonly noRows: string | undefined;
}

const recoverWords = `${metricWords.ttrRecover.from} to ${metricWords.ttrRecover.to}`;
const filters = incidentFilters.map((id) => ({ id, label: filterNames[id] }));

/** One row an incident; arrow keys move, Enter opens. As the screen opens, the row of the incident that was left has the focus. */
export const IncidentTable = ({ incidents, filter, onFilter, noRows }: IncidentTableProps) => {
  const zone = useZone();
  const now = currentInstant();
  const body = useRef<HTMLTableSectionElement>(null);
  const hasRows = incidents.length > 0;
  useEffect(() => {
    if (!hasRows) return undefined;
    // After a list that led here has given the focus back; the search, or a form, may have it by then.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusRowOf(body.current, incidentStore.getState().open?.id);
    });
    return () => cancelAnimationFrame(frame);
  }, [hasRows]);
  return (
    <section aria-label="Incidents" className={styles.list} data-region="" tabIndex={-1}>
      <header className={styles.head}>
        <h2>Incidents</h2>
        <span className={styles.note}>
          <ListNote otherwise="newest first" />
        </span>
        <span className="grow" />
        <Segmented label="Which incidents" onChange={onFilter} options={filters} value={filter} />
      </header>
      {incidents.length === 0 && noRows !== undefined ? <EmptyLine>{noRows}</EmptyLine> : null}
      {incidents.length === 0 ? null : (
        // The rows are reached with the arrow keys; their buttons carry the focus.
        <table className={styles.table} onKeyDown={moveBetweenRows}>
          <thead>
            <tr>
              <th scope="col">Started, {zoneName(now, zone)}</th>
              <th className={styles.id} scope="col">
                Id
              </th>
              <th scope="col">Level</th>
              <th scope="col">What was wrong</th>
              <th className={styles.services} scope="col">
                Services
              </th>
              <th className={styles.figure} scope="col">
                Time to Recover
                <span className={styles.ends}>{recoverWords}</span>
              </th>
              <th className={styles.state} scope="col">
                State
              </th>
              <th className={styles.figure} scope="col">
                Open actions
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {incidents.map((incident) => (
              <tr key={incident.id}>
                <td className="mono">{startText(incident, zone)}</td>
                <td className={`mono ${styles.id}`}>{incident.key ?? incident.id.slice(-6)}</td>
                <td>
                  <Level incident={incident} />
                </td>
                <td className={styles.title}>
                  <button
                    className={styles.open}
                    data-row={incident.id}
                    onClick={() => void open(incident)}
                    type="button"
                  >
                    {incident.title}
                  </button>
                </td>
                <td className={styles.services}>{incident.services.join(', ')}</td>
                <td className={`mono ${styles.figure}`} title={recoverEnds(incident, zone)}>
                  {recoverText(incident, now)} <span className="sr">{recoverEnds(incident, zone)}</span>
                </td>
                <td className={styles.state}>{stateText(incident)}</td>
                <td className={`mono ${styles.figure}`}>{incident.openActions.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const Level = ({ incident }: { readonly incident: IncidentSummary }) => {
  if (incident.drill) return <Badge tone="quiet">EXERCISE</Badge>;
  if (!incident.severity) return <span className="dim2">not set</span>;
  return <Badge tone={incident.severity === 'SEV1' ? 'strong' : 'quiet'}>{incident.severity}</Badge>;
};

const open = async (incident: IncidentSummary): Promise<void> => {
  if (await openIncident(incident.id)) showScreen('console');
};

const focusRowOf = (body: HTMLElement | null, left: IncidentId | undefined): void => {
  const rows = [...(body?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  (rows.find((row) => row.getAttribute('data-row') === left) ?? rows[0])?.focus();
};

const moveBetweenRows = (event: KeyboardEvent<HTMLTableElement>): void => {
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  rows[Math.min(Math.max(0, next), rows.length - 1)]?.focus();
};

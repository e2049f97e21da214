import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { compareTexts } from '../../../shared/kernel/by-text.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import { useApp } from '../../state/app-store.ts';
import { Mono } from '../../ui/mono.tsx';
import { StateText } from '../../ui/state-text.tsx';
import { clocksThatStart } from './clocks-that-start.ts';
import styles from './declare-dialog.module.css';
import { type DeclareForm, noticedAt } from './declare-form.ts';

interface DeclareAsideProps {
  readonly form: DeclareForm;
  readonly now: Instant;
  readonly zone: string;
}

/** What declaring will start, and what happened on these services before. */
export const DeclareAside = ({ form, now, zone }: DeclareAsideProps) => {
  const playbook = useApp((app) => app.playbook);
  const incidents = useApp((app) => app.incidents);
  const from = noticedAt(form, zone, now);
  const seen = seenBefore(incidents ?? [], form.services);
  return (
    <>
      <h3 className={styles.sideHead}>Clocks that start, from {formatClock(from, zone)}</h3>
      <ul className={styles.clocks}>
        {(playbook ? clocksThatStart(playbook, form.severity ?? undefined, from) : []).map((clock) => (
          <li key={clock.id}>
            <span>{clock.label}</span>
            <StateText kind={clock.at <= now ? 'over' : 'running'} tone="plain">
              <Mono dateTime={clock.at}>{formatClock(clock.at, zone)}</Mono>
            </StateText>
          </li>
        ))}
      </ul>
      {form.severity ? null : <p className={styles.help}>Update clocks start with a severity.</p>}
      {seen ? (
        <>
          <h3 className={styles.sideHead}>Seen before on {seen.services.join(', ')}</h3>
          <p>
            <b>{seen.title}</b>
          </p>
          <p className={styles.help}>
            {seen.key ?? ''} {formatDate(seen.declaredAt, zone)}.{' '}
            {seen.openActions.length === 0
              ? 'No action is open.'
              : `${seen.openActions.length} still open: ${seen.openActions.map(({ text }) => text).join(', ')}.`}
          </p>
        </>
      ) : null}
    </>
  );
};

const seenBefore = (incidents: readonly IncidentSummary[], services: string): IncidentSummary | undefined => {
  const wanted = services
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return incidents
    .filter(({ drill, services: theirs }) => !drill && theirs.some((service) => wanted.includes(service.toLowerCase())))
    .sort((a, b) => compareTexts(b.declaredAt, a.declaredAt))[0];
};

import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { phaseWords } from '../../../shared/incident/words.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs } from '../../../shared/kernel/instant.ts';
import { useNow } from '../../state/clock.ts';
import { useIncidentStore } from '../../state/incident-store.ts';
import { Badge } from '../../ui/badge.tsx';
import { Mono } from '../../ui/mono.tsx';
import styles from './capture.module.css';

/** The incident that Enter records into, always named. */
export const CaptureContext = ({ incident }: { readonly incident: IncidentSummary | undefined }) => {
  if (!incident) return <footer className={styles.context}>No incident is open.</footer>;
  const { key, title, drill, severity } = incident;
  return (
    <footer className={styles.context}>
      {drill ? <Badge>EXERCISE</Badge> : severity ? <Badge>{severity}</Badge> : null}
      <span className="clip grow">
        {key ? `${key} ` : ''}
        {title}
      </span>
      <PhaseTime incident={incident.id} />
    </footer>
  );
};

const PhaseTime = ({ incident }: { readonly incident: IncidentSummary['id'] }) => {
  const visit = useIncidentStore(({ open }) =>
    open?.id === incident ? open.state.lifecycle.phaseVisits.at(-1) : undefined,
  );
  const now = useNow();
  if (!visit || visit.until !== undefined) return null;
  return (
    <span className="nowrap">
      In {phaseWords[visit.phase]} <Mono>{formatDuration(Math.max(0, elapsedMs(visit.since, now)))}</Mono>
    </span>
  );
};

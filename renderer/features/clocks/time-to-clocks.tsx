import { useMemo } from 'react';
import { metricWords, type TimeToId, timeToIds } from '../../../shared/lifecycle/metric-definitions.ts';
import { projectMetricRecord } from '../../../shared/lifecycle/metric-record.ts';
import { metric, metricInstants } from '../../../shared/lifecycle/metrics.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { StateShape } from '../../ui/state-shape.tsx';
import styles from './clocks.module.css';
import { type MetricCell, metricCell } from './metric-cell.ts';
import { momentOfClocks } from './moment-of-clocks.ts';

/** The seven "Time to" figures: ended ones regular, running ones bold, so that the row reads before it is read. */
export const TimeToClocks = () => {
  const id = useIncident((open) => open.id);
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const record = useMemo(() => projectMetricRecord(id, lifecycle), [id, lifecycle]);
  const zone = useZone();
  const now = momentOfClocks(useNow(), record.milestones);
  return (
    <div className={`${styles.group} ${styles.timeTo}`}>
      <span aria-hidden="true" className={styles.groupLabel}>
        Time to
      </span>
      {timeToIds.map((metricId) => (
        <TimeToClock
          cell={metricCell(metricId, metric(record, metricId, now), metricInstants(record, metricId, now), zone)}
          id={metricId}
          key={metricId}
        />
      ))}
    </div>
  );
};

const TimeToClock = ({ id, cell }: { readonly id: TimeToId; readonly cell: MetricCell }) => {
  const isFigure = cell.state === 'ended' || cell.state === 'running';
  return (
    <dl
      className={classNames(
        styles.clock,
        cell.state === 'running' && styles.running,
        cell.state === 'ended' && styles.closed,
      )}
      data-state={cell.state}
      title={cell.full}
    >
      <dt>
        <span className="sr">Time to </span>
        {metricWords[id].name.replace('Time to ', '')}
      </dt>
      {isFigure ? (
        <>
          <dd className={styles.value}>
            {cell.value}
            {cell.state === 'running' ? <span className="sr"> and running</span> : null}
          </dd>
          <dd className={styles.detail}>{cell.detail}</dd>
        </>
      ) : (
        <dd className={classNames(styles.words, cell.state === 'invalid' && styles.invalid)}>
          <StateShape kind={cell.state === 'invalid' ? 'invalid' : 'missing'} />
          {cell.state === 'invalid' ? (
            <button className={styles.mend} onClick={() => openDialog({ name: 'milestones' })} type="button">
              {cell.value}
            </button>
          ) : (
            <span>{cell.value}</span>
          )}
        </dd>
      )}
    </dl>
  );
};

import { useMemo } from 'react';
import { projectDisasterRecords } from '../../../shared/lifecycle/disaster.ts';
import { drHeadline } from '../../../shared/lifecycle/disaster-headline.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { StateShape } from '../../ui/state-shape.tsx';
import styles from './clocks.module.css';
import { type RecoveryCell, rpoCell, rtoCell } from './recovery-cells.ts';

/** Downtime and loss against their objectives, the worst dataset first; only where a recovery track exists. */
export const RecoveryClocks = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const records = useMemo(() => projectDisasterRecords(lifecycle), [lifecycle]);
  const now = useNow();
  const headline = drHeadline(records, now);
  if (!headline) return null;
  const objectives = (dataset: string) => records.find((record) => record.dataset === dataset);
  const { worstDowntime, worstLoss } = headline;
  return (
    <div className={`${styles.group} ${styles.recovery}`}>
      <Cell cell={rtoCell(worstDowntime, objectives(worstDowntime.dataset)?.rtoMs)} />
      <Cell cell={rpoCell(worstLoss, objectives(worstLoss.dataset)?.rpoMs)} />
    </div>
  );
};

const Cell = ({ cell }: { readonly cell: RecoveryCell }) => (
  <dl className={classNames(styles.clock, cell.isRunning && styles.running)} title={cell.full}>
    <dt>
      <button className={styles.mend} onClick={() => openDialog({ name: 'recovery-track' })} type="button">
        {cell.label}
      </button>
    </dt>
    <dd className={classNames(styles.value, cell.kind !== 'plain' && styles[cell.kind])}>
      {cell.kind === 'plain' ? null : <StateShape kind={cell.kind} />}
      {cell.value}
    </dd>
    <dd className={styles.detail}>{cell.detail}</dd>
  </dl>
);

import { formatClock } from '../../../shared/kernel/zone.ts';
import { useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { Mono } from '../../ui/mono.tsx';
import { StateText } from '../../ui/state-text.tsx';
import { useWriting } from './live-writing.ts';
import styles from './review-header.module.css';

/** Whether every word is on record, and since when. Never "saved" while something is only on the screen. */
export const SavedWords = () => {
  const sections = useIncident((open) => open.state.review.sections);
  const texts = useWriting((state) => state.texts);
  const zone = useZone();
  const own = [...texts.values()];
  const last = [...sections.values()]
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  if (own.some(({ problem }) => problem !== undefined)) return <StateText kind="over">Not recorded</StateText>;
  if (own.some(({ state }) => state === 'recording')) return <span className={styles.saved}>Recording</span>;
  if (own.some(({ state, isLeftover }) => state === 'typing' && !isLeftover))
    return <span className={styles.saved}>Not recorded yet</span>;
  return (
    <span className={styles.saved}>
      {last === undefined ? (
        'Nothing written yet'
      ) : (
        <>
          Saved <Mono dateTime={last}>{formatClock(last, zone, true)}</Mono>
        </>
      )}
    </span>
  );
};

import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock, formatDate, zoneName } from '../../../shared/kernel/zone.ts';
import { useZone } from '../../state/app-store.ts';
import { Button } from '../../ui/button.tsx';
import styles from './entry.module.css';

interface WhichMomentProps {
  readonly why: 'long-ago' | 'twice';
  readonly candidates: readonly Instant[];
  readonly onChoose: (at: Instant) => void;
}

/** A time of day that could mean several moments, or one that is long past, is never guessed. */
export const WhichMoment = ({ why, candidates, onChoose }: WhichMomentProps) => {
  const zone = useZone();
  return (
    <fieldset className={styles.ask}>
      <legend className={styles.question}>
        {why === 'twice' ? 'The clock showed this time twice. Which one?' : 'That is over 12 h back. Is it meant?'}
      </legend>
      {candidates.map((at) => {
        const words = `${formatDate(at, zone)} ${formatClock(at, zone)} ${zoneName(at, zone)}`;
        return (
          <Button key={at} offer={`It happened at ${words}`} onPress={() => onChoose(at)} size="small">
            {words}
          </Button>
        );
      })}
    </fieldset>
  );
};

import { useState } from 'react';
import { formatLimit } from '../../../shared/kernel/duration.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock, zoneName } from '../../../shared/kernel/zone.ts';
import { offeredNextTimes, readNextTime } from '../../../shared/updates/next-times.ts';
import type { UpdatesInput } from '../../../shared/updates/updates-input.ts';
import { currentInstant } from '../../state/clock.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Composition } from './compose.ts';
import styles from './composer.module.css';

interface NextTimeFieldProps {
  readonly composition: Composition;
  readonly input: UpdatesInput;
  readonly onChoose: (at: Instant) => void;
  readonly isReadOnly: boolean;
}

/** When we speak again: offered from the cadence, earlier at will, never later. */
export const NextTimeField = ({ composition, input, onChoose, isReadOnly }: NextTimeFieldProps) => {
  const { audience, promisedAt, longestMs, zone, now } = composition;
  const [typed, setTyped] = useState<string>();
  const offers = offeredNextTimes(input, audience, now);
  const shown = typed ?? (promisedAt ? formatClock(promisedAt, zone) : '');
  const reading = typed === undefined ? undefined : readNextTime(typed, { zone, now: currentInstant(), longestMs });
  const isWhole = typed !== undefined && /^\d{1,2}:\d{2}$/.test(typed.trim());
  const problem = isWhole && reading && !reading.ok ? reading.error : undefined;

  const change = (text: string) => {
    setTyped(text);
    const read = readNextTime(text, { zone, now: currentInstant(), longestMs });
    if (/^\d{1,2}:\d{2}$/.test(text.trim()) && read.ok) onChoose(read.value);
  };

  if (longestMs === undefined && promisedAt === undefined)
    return <p className="dim">No interval runs for this audience: the next update follows a change.</p>;
  return (
    <div className={styles.time}>
      <span aria-hidden="true" className="dim">
        Next update by
      </span>
      <div className={styles.timeField}>
        <TextField
          isLabelHidden
          isMono
          isReadOnly={isReadOnly}
          label="Next update by"
          onBlur={() => {
            if (problem === undefined) setTyped(undefined);
          }}
          onChange={change}
          placeholder="no time"
          problem={problem}
          trailing={zoneName(now, zone)}
          value={shown}
        />
      </div>
      {offers.length === 0 || isReadOnly ? null : (
        <Segmented
          label="Next update in"
          offer="Next update in"
          onChange={(id) => {
            const offer = offers.find(({ at }) => at === id);
            if (!offer) return;
            setTyped(undefined);
            onChoose(offer.at);
          }}
          options={offers.map(({ at, waitMs }) => ({ id: at, label: formatLimit(waitMs) }))}
          value={offers.find(({ at }) => at === promisedAt)?.at ?? null}
        />
      )}
      {longestMs === undefined ? null : (
        <span className="dim2 t12">cadence {formatLimit(longestMs)}, cannot be later</span>
      )}
    </div>
  );
};

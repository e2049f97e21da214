import { formatDuration } from '../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../shared/kernel/instant.ts';
import { formatClock, formatDate, zoneName } from '../../shared/kernel/zone.ts';
import styles from './moment-field.module.css';
import { type MomentText, readMoment } from './read-moment.ts';
import { Segmented } from './segmented.tsx';
import { TextField } from './text-field.tsx';

interface MomentFieldProps {
  readonly label: string;
  readonly value: MomentText;
  readonly onChange: (value: MomentText) => void;
  /** IANA zone that a typed time is read in; named beside the field. */
  readonly zone: string;
  readonly now: Instant;
  /** A time of day is the next such moment, not the last one. */
  readonly isComing?: boolean | undefined;
  /** What an empty field means. */
  readonly emptyHint?: string | undefined;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A moment as a clock time, with what was understood under it. Asks where the text is not enough. */
export const MomentField = (props: MomentFieldProps) => {
  const {
    label,
    value,
    onChange,
    zone,
    now,
    emptyHint = 'Optional. Left empty, it is now.',
    problem,
    autoFocus,
  } = props;
  const reading = readMoment(value, zone, now, props.isComing === true ? 'coming' : 'past');
  const hint =
    reading.kind === 'now'
      ? emptyHint
      : reading.kind === 'at'
        ? `${inFull(reading.at, zone)}, ${ago(reading.at, now)}`
        : undefined;
  return (
    <div>
      <TextField
        autoFocus={autoFocus}
        hint={hint}
        isMono
        label={label}
        onChange={(text) => onChange({ text })}
        placeholder="for example 09:04"
        problem={problem ?? (reading.kind === 'bad' ? reading.sentence : undefined)}
        trailing={zoneName(now, zone)}
        value={value.text}
      />
      {reading.kind === 'ask' ? (
        <div className={styles.ask} data-problem="">
          <p>
            {reading.why === 'twice'
              ? 'The clock showed this time twice. Which one?'
              : 'That is over 12 h back. Is it meant?'}
          </p>
          <Segmented
            label={`${label}: which moment`}
            look="boxed"
            onChange={(at) => onChange({ text: value.text, chosen: at as Instant })}
            options={reading.candidates.map((at) => ({ id: at, label: inFull(at, zone) }))}
            value={null}
          />
        </div>
      ) : null}
    </div>
  );
};

const inFull = (at: Instant, zone: string): string =>
  `${formatDate(at, zone)} ${formatClock(at, zone, true)} ${zoneName(at, zone)}`;

const ago = (at: Instant, now: Instant): string =>
  at > now ? `in ${formatDuration(elapsedMs(now, at))}` : `${formatDuration(elapsedMs(at, now))} ago`;

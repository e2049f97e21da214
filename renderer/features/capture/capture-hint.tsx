import type { UnderstoodLine } from '../../../shared/incident/understand-line.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import { lineKinds } from '../../../shared/timeline/line-kinds.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Mono } from '../../ui/mono.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import styles from './capture.module.css';
import { lineOfMyLast } from './captured.ts';
import { typedMoment } from './typed-moment.ts';
import type { Capture } from './use-capture.ts';

/** As many kinds as fit beside the way out; the other keys work as well. */
const shownKinds = 4;

interface CaptureHintProps {
  readonly id: string;
  readonly capture: Capture;
  readonly understood: UnderstoodLine;
  readonly kind: string;
  readonly onKind: (kind: string) => void;
  readonly onChoose: (at: Instant) => void;
  /** From the playbook: a typed time further back is marked as recorded later. */
  readonly backdateFlagMs: number;
}

export const CaptureHint = ({ id, capture, ...said }: CaptureHintProps) => (
  <div className={styles.hint}>
    <div className={styles.said} id={id}>
      <Said capture={capture} {...said} />
    </div>
    <span className={styles.leave}>
      {capture.done === undefined || lineOfMyLast() === undefined ? (
        <>
          <KeyCap keys="Esc" /> {capture.text === '' ? 'leave' : 'leave, text kept'}
        </>
      ) : (
        <>
          <KeyCap keys="Ctrl Z" /> take back <KeyCap keys="Up" /> correct it
        </>
      )}
    </span>
  </div>
);

const Said = ({ capture, understood, kind, onKind, onChoose, backdateFlagMs }: Omit<CaptureHintProps, 'id'>) => {
  const { text, problem, isRecording, done } = capture;
  const { action, said, at } = understood;
  if (isRecording) return <span role="status">Recording. It is on its way to the disk.</span>;
  if (action.do === 'ask-time') return <WhichMoment candidates={action.candidates} onChoose={onChoose} />;
  if (problem !== undefined)
    return (
      <span className={styles.problem} role="alert">
        <StateShape kind="invalid" />
        {problem}
      </span>
    );
  if (done !== undefined)
    return (
      <span className={styles.done} role="status">
        <StateShape kind="done" />
        {done}
      </span>
    );
  if (text === '') return <Kinds kind={kind} onKind={onKind} />;
  return (
    <span>
      {at === undefined ? null : <Typed at={at} backdateFlagMs={backdateFlagMs} />}{' '}
      {action.do === 'wait' ? action.hint : said}
    </span>
  );
};

interface TypedProps {
  readonly at: Instant;
  readonly backdateFlagMs: number;
}

const Typed = ({ at, backdateFlagMs }: TypedProps) => {
  const now = useNow();
  const zone = useZone();
  return <>{typedMoment(at, { now, zone, backdateFlagMs })}</>;
};

const WhichMoment = ({
  candidates,
  onChoose,
}: {
  readonly candidates: readonly Instant[];
  readonly onChoose: (at: Instant) => void;
}) => {
  const zone = useZone();
  return (
    <span className={styles.ask}>
      Which moment?
      {candidates.map((at) => (
        <Button key={at} onPress={() => onChoose(at)} size="small">
          {`${formatDate(at, zone)} ${formatClock(at, zone)}`}
        </Button>
      ))}
    </span>
  );
};

const Kinds = ({ kind, onKind }: Pick<CaptureHintProps, 'kind' | 'onKind'>) => (
  <span className={styles.kinds}>
    <KeyCap keys="Alt" />
    {lineKinds.slice(0, shownKinds).map(({ id, word }, index) => (
      <button
        aria-keyshortcuts={`Alt+${index + 1}`}
        aria-pressed={kind === id}
        className={styles.kind}
        key={id}
        onClick={() => onKind(id)}
        onMouseDown={(event) => event.preventDefault()}
        tabIndex={-1}
        type="button"
      >
        <KeyCap keys={String(index + 1)} /> {word}
      </button>
    ))}
  </span>
);

/** Time and kind before the text. A note that happens now needs no word. */
export const CaptureClock = ({ at, word }: { readonly at: Instant | undefined; readonly word: string }) => {
  const zone = useZone();
  const now = useNow();
  return (
    <>
      <Mono className={classNames(styles.clock, at !== undefined && styles.typed)}>{formatClock(at ?? now, zone)}</Mono>
      {word === 'Note' ? null : <span className={styles.word}>{word}</span>}
    </>
  );
};

import type { UnderstoodLine } from '../../../shared/incident/understand-line.ts';
import { formatAge, minutesToMs } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { formatDate } from '../../../shared/kernel/zone.ts';
import { lineKinds } from '../../../shared/timeline/line-kinds.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { focusEntryLine, setEntryKind, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import styles from './entry.module.css';
import { type LineProblem, useEntry } from './entry-store.ts';
import { openMilestoneForm } from './open-milestone-form.ts';

interface EntryHintProps {
  readonly id: string;
  readonly understood: UnderstoodLine;
  readonly problem: LineProblem | undefined;
  readonly isEmpty: boolean;
}

/** Under the line: what was understood, or why it cannot be recorded, and the keys for its kind. */
export const EntryHint = ({ id, understood, problem, isEmpty }: EntryHintProps) => (
  <div className={classNames(styles.hint, problem && styles.refused)}>
    <div className={styles.said} id={id}>
      {problem ? <Problem problem={problem} /> : <Said isEmpty={isEmpty} understood={understood} />}
    </div>
    <KindKeys />
  </div>
);

const Problem = ({ problem: { sentence, reach } }: { readonly problem: LineProblem }) => {
  const line = useEntry(({ text }) => text);
  return (
    <>
      <span className={styles.problem} role="alert">
        <StateShape kind="invalid" />
        {sentence}
      </span>
      {reach === undefined ? null : (
        <Button
          offer="Open the milestone form with the typed line"
          onPress={() => openMilestoneForm(line, reach)}
          size="small"
        >
          Open the milestone form
        </Button>
      )}
    </>
  );
};

const Said = ({ understood: { action, said, at }, isEmpty }: Pick<EntryHintProps, 'understood' | 'isEmpty'>) => {
  // A hint on an empty note line would stand there all day long.
  const hint = action.do === 'wait' && !(isEmpty && action.hint.startsWith('Type what you see')) ? action.hint : '';
  const words = hint || said;
  return (
    <span>
      {at === undefined ? null : <Happened at={at} />}
      {at !== undefined && words ? ' · ' : ''}
      {words}
    </span>
  );
};

const Happened = ({ at }: { readonly at: Instant }) => {
  const now = useNow();
  const zone = useZone();
  const ms = Math.max(0, elapsedMs(at, now));
  const isOtherDay = formatDate(at, zone) !== formatDate(now, zone);
  const ago = ms < minutesToMs(1) ? 'just now' : `${formatAge(ms)} ago`;
  return <>{`Happened ${ago}${isOtherDay ? `, ${formatDate(at, zone)}` : ''}`}</>;
};

const KindKeys = () => {
  const kind = useView((view) => view.entryKind);
  return (
    <fieldset className={styles.kinds}>
      <legend className="sr">Kind of entry</legend>
      <KeyCap keys="Alt" />
      {lineKinds.map(({ id, word }, index) => (
        <button
          aria-keyshortcuts={`Alt+${index + 1}`}
          aria-pressed={kind === id}
          className={styles.kind}
          key={id}
          onClick={() => {
            setEntryKind(id);
            focusEntryLine();
          }}
          tabIndex={-1}
          type="button"
        >
          <KeyCap keys={String(index + 1)} />
          {word}
        </button>
      ))}
    </fieldset>
  );
};

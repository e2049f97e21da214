import { understandLine } from '../../../shared/incident/understand-line.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import type { LineContext } from '../../../shared/timeline/line-intent.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { focusEntryLine, useView } from '../../state/view-store.ts';
import { Mono } from '../../ui/mono.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './entry.module.css';
import { setOnePerLine, useEntry } from './entry-store.ts';
import { linesOf } from './unsent-text.ts';

const shownLines = 6;

/** A text of several lines: one entry, or one for each line; the second shows what each will be. */
export const SeveralLines = ({ context }: { readonly context: LineContext }) => {
  const text = useEntry((entry) => entry.text);
  const isOnePerLine = useEntry((entry) => entry.isOnePerLine);
  const kind = useView((view) => view.entryKind);
  const zone = useZone();
  const lines = linesOf(text);
  if (lines.length < 2) return null;
  return (
    <div className={styles.several}>
      <div className={styles.choice}>
        <span>{lines.length} lines.</span>
        <Segmented
          label="Record them as"
          look="quiet"
          offer="Record the lines as"
          onChange={(choice) => {
            setOnePerLine(choice === 'each');
            focusEntryLine();
          }}
          options={[
            { id: 'one', label: 'One entry' },
            { id: 'each', label: 'One entry per line' },
          ]}
          value={isOnePerLine ? 'each' : 'one'}
        />
      </div>
      {isOnePerLine ? (
        <ol className={styles.preview}>
          {lines.slice(0, shownLines).map((line, index) => {
            const { word, at, action } = understandLine(line, kind, { context, now: currentInstant(), zone });
            return (
              <li key={index}>
                <Mono>{at === undefined ? 'now' : formatClock(at, zone)}</Mono>
                <b>{word}</b>
                <span className="clip">{action.do === 'record' ? line : `${line}: ${askedFor(action)}`}</span>
              </li>
            );
          })}
          {lines.length > shownLines ? <li>and {lines.length - shownLines} more</li> : null}
        </ol>
      ) : null}
    </div>
  );
};

const askedFor = (action: Exclude<ReturnType<typeof understandLine>['action'], { do: 'record' }>): string => {
  if (action.do === 'wait') return action.hint;
  return action.do === 'ask-time' ? 'which moment is meant?' : 'record this line by itself.';
};

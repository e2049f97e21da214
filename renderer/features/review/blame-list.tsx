import type { BlameHint, KnownName } from '../../../shared/review/blame-words.ts';
import { Button } from '../../ui/button.tsx';
import styles from './editor.module.css';
import { liveEditor } from './live-editor.ts';
import { cutWords, replaceWith } from './markdown-edits.ts';

/** How many are told at once: a page of remarks is read by nobody. */
const mostShown = 3;

interface BlameListProps {
  readonly hints: readonly BlameHint[];
  readonly names: readonly KnownName[];
  readonly unavailable: string | undefined;
}

/** Words that judge or name somebody, why, and the way out. Advice: nothing is refused for them. */
export const BlameList = ({ hints, names, unavailable }: BlameListProps) => (
  <div role="status">
    {hints.slice(0, mostShown).map((hint) => (
      <BlameLine
        hint={hint}
        key={hint.from}
        role={names.find(({ name }) => name === hint.words)?.role}
        unavailable={unavailable}
      />
    ))}
    {hints.length > mostShown ? <p className={styles.lint}>{hints.length - mostShown} more further down.</p> : null}
  </div>
);

interface BlameLineProps {
  readonly hint: BlameHint;
  /** What to write for a name. */
  readonly role: string | undefined;
  readonly unavailable: string | undefined;
}

const BlameLine = ({ hint, role, unavailable }: BlameLineProps) => {
  const { from, to, words } = hint;
  const said = hint.hint.startsWith(`"${words}" `) ? hint.hint.slice(words.length + 3) : hint.hint;
  return (
    <p className={styles.lint}>
      <span className={styles.words}>{words}</span>
      <span className="grow">{said}</span>
      {role === undefined ? (
        <Button
          offer={`Cut the words “${words}”`}
          onPress={() => liveEditor()?.apply((text) => cutWords(text, from, to))}
          size="small"
          unavailable={unavailable}
        >
          Cut the words
        </Button>
      ) : (
        <Button
          offer={`Write the role for “${words}”`}
          onPress={() => liveEditor()?.apply(() => replaceWith(from, to, role, true))}
          size="small"
          unavailable={unavailable}
        >
          Write the role
        </Button>
      )}
    </p>
  );
};

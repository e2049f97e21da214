import type { Situation } from '../../../shared/playbook/playbook.ts';
import { Button } from '../../ui/button.tsx';
import type { Composition } from './compose.ts';
import styles from './composer.module.css';
import { situationWords } from './fact-words.ts';

interface DraftOriginProps {
  readonly composition: Composition;
  /** A text that somebody typed lies aside and can be put back. */
  readonly hasSetAside: boolean;
  readonly onPutBack: () => void;
  /** Makes the text anew from the facts, for that situation where one is named. */
  readonly onStartAgain: (situation?: Situation) => void;
  readonly readOnly: string | undefined;
}

/** Where the text comes from, and what can stand in its place. */
export const DraftOrigin = ({ composition, hasSetAside, onPutBack, onStartAgain, readOnly }: DraftOriginProps) => (
  <>
    <span className={styles.origin}>{originWords(composition)}</span>
    {composition.isEdited && !composition.hasMovedOn && readOnly === undefined ? (
      <Button onPress={() => onStartAgain()} size="small" variant="ghost">
        Start again from the facts
      </Button>
    ) : null}
    {hasSetAside && readOnly === undefined ? (
      <Button offer="Put my text back" onPress={onPutBack} size="small" variant="ghost">
        Put my text back
      </Button>
    ) : null}
    {composition.alternatives.map((situation) => (
      <Button
        key={situation}
        offer={wordsToUse(situation)}
        onPress={() => onStartAgain(situation)}
        size="small"
        unavailable={readOnly}
        variant="ghost"
      >
        {wordsToUse(situation)}
      </Button>
    ))}
  </>
);

const originWords = ({ origin, situation }: Composition): string => {
  if (origin === 'typed') return 'Edited by hand, kept as a draft.';
  if (origin === 'copied') return 'As copied: it does not follow the facts any more.';
  return situation === undefined
    ? 'From the facts, and follows them.'
    : `The text “${wordsOf(situation)}”, from the facts, and follows them.`;
};

const wordsToUse = (situation: Situation): string => `Use the text “${wordsOf(situation)}”`;
const wordsOf = (situation: Situation): string => situationWords[situation] ?? situation;

import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './entry.module.css';
import { dropUnsent, putBack, useEntry } from './entry-store.ts';
import { tryAgain } from './record-line.ts';

/** Lines that could not be recorded while something new was typed: each with its reason and the way out. */
export const UnsentLines = () => {
  const unsent = useEntry((entry) => entry.unsent);
  return unsent.map((line) =>
    line.problem === undefined ? null : (
      <Notice
        action={
          <>
            <Button offer={`Try again to record: ${line.text}`} onPress={() => tryAgain(line)} size="small">
              Try again
            </Button>
            <Button offer={`Put back into the entry line: ${line.text}`} onPress={() => putBack(line)} size="small">
              Put back
            </Button>
            <Button offer={`Give up: ${line.text}`} onPress={() => dropUnsent(line.n)} size="small" variant="ghost">
              Give up
            </Button>
          </>
        }
        key={line.n}
        tone="warn"
      >
        <span className={styles.unsent}>“{line.text}”</span> {line.problem.sentence}
      </Notice>
    ),
  );
};

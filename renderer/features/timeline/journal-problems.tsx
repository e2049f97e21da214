import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog, writeEntry } from '../../state/view-store.ts';
import { wordsOfLine } from '../../state/words-of-line.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { changeOfLine, entryLineOf } from './broken-line.ts';
import { lostWords, problemWords } from './problem-words.ts';
import styles from './timeline.module.css';

/** As many as fit without pushing the timeline out of sight; the check of the journals lists all. */
const mostShown = 2;

/** Places in the journals that could not be read: marked where people look for what is missing. */
export const JournalProblems = () => {
  const problems = useIncident((open) => open.problems);
  const readOnly = useIncident((open) => open.readOnly);
  const zone = useZone();
  const more = problems.length - mostShown;
  return (
    <div className={styles.problems}>
      {problems.slice(0, mostShown).map((problem) => {
        const { file, line, message, text } = problem;
        // Only an entry can be typed again as it was.
        const words = changeOfLine(text ?? '') === '' ? wordsOfLine(text ?? '') : '';
        return (
          <Notice
            action={
              words === '' ? (
                <Button onPress={() => openDialog({ name: 'verify' })} size="small">
                  Verify
                </Button>
              ) : (
                <Button
                  offer={`Put into the entry line: ${words}`}
                  onPress={() => writeEntry(entryLineOf(text ?? '', zone, currentInstant()))}
                  size="small"
                  unavailable={readOnly ?? undefined}
                >
                  Put it into the entry line
                </Button>
              )
            }
            key={`${file}:${line ?? ''}:${message}`}
            tone="warn"
          >
            {problemWords(problem, zone)}
            {lostWords(problem)}
          </Notice>
        );
      })}
      {more > 0 ? (
        <Button onPress={() => openDialog({ name: 'verify' })} size="small" variant="ghost">
          {`${more} more places could not be read`}
        </Button>
      ) : null}
    </div>
  );
};

import { useMemo, useState } from 'react';
import { type Prompt, promptsFor } from '../../../shared/review/prompts.ts';
import type { ReviewSection } from '../../../shared/review/review-events.ts';
import type { ReviewSource } from '../../../shared/review/review-source.ts';
import { rowName } from '../../../shared/review/review-words.ts';
import { Button } from '../../ui/button.tsx';
import styles from './editor.module.css';
import { promptText } from './entry-choices.ts';
import { liveEditor } from './live-editor.ts';
import { insertAtCursor } from './markdown-edits.ts';

const firstShown = 4;

interface PromptListProps {
  readonly section: ReviewSection;
  readonly source: ReviewSource;
  readonly unavailable: string | undefined;
}

/** What is on record and may belong into this section; one press puts it at the cursor. */
export const PromptList = ({ section, source, unavailable }: PromptListProps) => {
  const prompts = useMemo(() => promptsFor(section, source).map(withoutEmptyEnd), [section, source]);
  const [isWhole, setWhole] = useState(false);
  if (prompts.length === 0) return null;
  const shown = isWhole ? prompts : prompts.slice(0, firstShown);
  return (
    <div className={styles.prompts}>
      <h3>On record for this section</h3>
      <ul>
        {shown.map(({ text, event }, index) => (
          <li className={styles.prompt} key={`${event ?? index} ${text}`}>
            <span className={styles.promptText}>{text}</span>
            <Button
              label={`Insert: ${text}`}
              offer={`Insert: ${text}`}
              onPress={() => insertPrompt(text, event === undefined ? undefined : rowName(source, event))}
              size="small"
              unavailable={unavailable}
              variant="ghost"
            >
              Insert
            </Button>
          </li>
        ))}
      </ul>
      {prompts.length > firstShown ? (
        <div className={styles.promptsMore}>
          <Button
            offer={isWhole ? 'Show fewer prompts for this section' : 'Show all prompts for this section'}
            onPress={() => setWhole(!isWhole)}
            size="small"
            variant="ghost"
          >
            {isWhole ? 'Show fewer' : `Show all ${prompts.length}`}
          </Button>
        </div>
      ) : null}
    </div>
  );
};

// A milestone has a kind and no words.
const withoutEmptyEnd = (prompt: Prompt): Prompt => ({ ...prompt, text: prompt.text.replace(/:\s*$/, '') });

const insertPrompt = (text: string, name: string | undefined): void =>
  liveEditor()?.apply((whole, from, to) => insertAtCursor(whole, from, to, promptText(text, name)));

import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { blameHints, namesOfIncident } from '../../../shared/review/blame-words.ts';
import { findSectionKind } from '../../../shared/review/review-sections.ts';
import type { ReviewSource } from '../../../shared/review/review-source.ts';
import { useIncident } from '../../state/incident-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BlameList } from './blame-list.tsx';
import styles from './editor.module.css';
import { EditorTools } from './editor-tools.tsx';
import { focusEditor } from './live-editor.ts';
import { useWriting, writing } from './live-writing.ts';
import { PromptList } from './prompt-list.tsx';
import { useReviewView } from './review-view.ts';
import { shownText } from './section-writing.ts';

// The editor is as large as the rest of the window's code, and nobody needs it while an incident starts.
const MarkdownEditor = lazy(() => import('./markdown-editor.tsx').then((file) => ({ default: file.MarkdownEditor })));

/** The text of the current section, what to write there, and what the words do; a review that opens has its focus here. */
export const SectionEditor = ({ source }: { readonly source: ReviewSource }) => {
  const section = useReviewView((view) => view.section);
  const readOnly = useIncident((open) => open.readOnly);
  const roles = useIncident((open) => open.state.roles);
  const playbook = useIncident((open) => open.playbook);
  const recorded = useIncident((open) => open.state.review.sections.get(section)?.markdown ?? '');
  const own = useWriting(({ texts }) => texts.get(section));
  const text = shownText(own, recorded);
  const names = useMemo(() => namesOfIncident(roles, playbook), [roles, playbook]);
  const blame = useMemo(() => blameHints(text, section, names), [text, section, names]);
  const { number, title, writable, asks, how } = findSectionKind(section);
  const heading = `${number} ${title}`;
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    // For a section without an editor, and until the editor is there.
    region.current?.focus();
    focusEditor();
  }, []);
  return (
    <section aria-label="Section editor" className={styles.editor} data-region="" ref={region} tabIndex={-1}>
      <header className={styles.head}>
        <h2>{heading}</h2>
        {writable ? <span className="dim2 t12">Markdown</span> : null}
        <span className="grow" />
        {writable ? <EditorTools unavailable={readOnly ?? undefined} /> : null}
      </header>
      {writable ? (
        <>
          {readOnly === null ? null : <Notice tone="read-only">Read only: {readOnly}</Notice>}
          {own?.isLeftover ? (
            <Notice
              action={
                <>
                  <Button
                    offer="Record the text that was left over"
                    onPress={() => void writing.record(section)}
                    size="small"
                  >
                    Record it
                  </Button>
                  <Button
                    offer="Drop the text that was left over"
                    onPress={() => writing.discard(section)}
                    size="small"
                    variant="ghost"
                  >
                    Drop it
                  </Button>
                </>
              }
              tone="warn"
            >
              This text was not recorded before Holdfast ended. The record still has what stood before.
            </Notice>
          ) : null}
          <Suspense fallback={<div className={`${styles.code} ${styles.waiting}`} />}>
            <MarkdownEditor
              blame={blame}
              hint={how === 'computed' ? `${asks}. The rest is made from the record.` : asks}
              isReadOnly={readOnly !== null}
              key={section}
              label={`${heading}, Markdown`}
              onBlur={() => void (own?.isLeftover ? undefined : writing.record(section))}
              onChange={(changed) => writing.type(section, changed)}
              value={text}
            />
          </Suspense>
          {own?.problem ? (
            <div className={styles.refused}>
              <Notice tone="error">Not recorded: {own.problem} The text is kept here and as a draft.</Notice>
            </div>
          ) : null}
          <BlameList hints={blame} names={names} unavailable={readOnly ?? undefined} />
          {text === '' ? null : <p className={styles.asks}>{asks}.</p>}
          <PromptList key={section} section={section} source={source} unavailable={readOnly ?? undefined} />
        </>
      ) : (
        <EmptyLine>This section is made from the record alone.</EmptyLine>
      )}
    </section>
  );
};

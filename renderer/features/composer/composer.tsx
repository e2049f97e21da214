import { type ReactNode, useEffect, useRef } from 'react';
import type { EventId } from '../../../shared/record/ids.ts';
import type { Warning } from '../../../shared/updates/lint-check.ts';
import { useIncident } from '../../state/incident-store.ts';
import { showWorkspace } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import styles from './composer.module.css';
import { ComposerHead } from './composer-head.tsx';
import { beginWith, changePlace, composerStore, placeIn, startAgain, writeText } from './composer-store.ts';
import { DraftWork } from './draft-work.tsx';
import { factsInDraft, missingIn } from './facts-in-draft.ts';
import { FactsPanel } from './facts-panel.tsx';
import { liveComposer } from './live-composer.ts';
import { applyFix } from './mark-text.ts';
import { MinuteTicker } from './minute-ticker.tsx';
import { SentNotice } from './sent-notice.tsx';
import { SentPanel } from './sent-panel.tsx';
import { useComposing, useMinute } from './use-composition.ts';

interface ComposerProps {
  readonly audience: string;
  readonly corrects?: EventId | undefined;
  /** Begins with the no-change text. */
  readonly noChange?: boolean | undefined;
  /** Typed elsewhere: the text begins with these words. */
  readonly words?: string | undefined;
  /** The list of audiences with their clocks, on top of the left column. */
  readonly updates: ReactNode;
  /** The entry line, at the foot of the middle. */
  readonly entry: ReactNode;
}

/** Writes one update: the audiences left, the text in the middle, checks and facts right. */
export const Composer = ({ audience, corrects, noChange, words, updates, entry }: ComposerProps) => {
  const [minute, setMinute] = useMinute();
  const composing = useComposing({ audience, corrects }, minute);
  const { incident, key, input, place, composition } = composing;
  const readOnly = useIncident((open) => open.readOnly) ?? undefined;
  const field = useRef<HTMLTextAreaElement>(null);
  const audienceName = input.playbook.audiences.find(({ id }) => id === audience)?.name ?? audience;

  useEffect(() => {
    const known = placeIn(composerStore.getState().places, incident, key);
    if (known.sent) changePlace(incident, key, { sent: undefined });
    if (noChange === true) startAgain(incident, key, 'no-change');
  }, [incident, key, noChange]);
  useEffect(() => {
    if (words === undefined) return;
    beginWith(incident, key, words);
    // Taken over, once: the same words typed again later are meant again.
    showWorkspace({ name: 'composer', audience });
    field.current?.focus();
  }, [incident, key, audience, words]);
  // After the entry line's own wish for the focus: whoever opens a draft wants to write in it.
  useEffect(() => {
    if (corrects === undefined) {
      field.current?.focus();
      // With large text the draft begins below the window, and the focus alone does not bring a tall field into it.
      field.current?.scrollIntoView({ block: 'nearest' });
    } else document.querySelector<HTMLElement>('[data-mend] input:not([type="radio"])')?.focus();
  }, [corrects, key]);

  const facts = composition ? factsInDraft(composition, place.nextAt !== undefined || composition.isEdited) : [];
  const show = ({ range }: Warning) => {
    if (!range) return;
    field.current?.focus();
    field.current?.setSelectionRange(range.start, range.end);
  };
  const mend = ({ range, fix }: Warning) => {
    if (!range || !fix || !composition) return;
    writeText(incident, key, applyFix(composition.text, range, fix.replacement), composition.situation);
    field.current?.focus();
  };
  return (
    <div className={styles.columns}>
      <MinuteTicker onMinute={setMinute} />
      <aside aria-label="Audiences" className={styles.left}>
        {updates}
        <SentPanel audience={audience} audienceName={audienceName} input={input} readOnly={readOnly} />
        <Panel heading="If nothing is new">
          <p className="dim">Say so. "No change" with the next time is a full update.</p>
          <p className={styles.noChange}>
            <Button
              keys="Alt 0"
              onPress={() => liveComposer()?.useNoChange()}
              size="small"
              unavailable={readOnly ?? (corrects === undefined ? undefined : 'A correction says what was wrong.')}
            >
              Use the no-change text
            </Button>
          </p>
        </Panel>
      </aside>
      <main aria-label="Update composer" className={styles.middle}>
        <div className={styles.scroll}>
          {readOnly === undefined ? null : <Notice tone="read-only">{readOnly}</Notice>}
          {composition === undefined || place.sent ? <ComposerHead title={place.sent?.title ?? audienceName} /> : null}
          {composition === undefined ? (
            <Notice tone="warn">This update is not in the incident any more. Nothing can be corrected.</Notice>
          ) : place.sent ? (
            <SentNotice
              audience={audience}
              input={input}
              onWriteAnother={() => changePlace(incident, key, { sent: undefined })}
              sent={place.sent}
            />
          ) : (
            <DraftWork
              composing={{ ...composing, composition }}
              inputRef={field}
              key={key}
              readOnly={readOnly}
              target={{ audience, corrects }}
            />
          )}
        </div>
        <div className={styles.entry}>{entry}</div>
      </main>
      <aside aria-label="Checks and facts" className={styles.right}>
        {composition === undefined || place.sent ? null : (
          <>
            <ChecksPanel
              missing={missingIn(facts)}
              onFix={mend}
              onShow={show}
              readOnly={readOnly}
              report={composition.report}
            />
            <FactsPanel facts={facts} />
          </>
        )}
      </aside>
    </div>
  );
};

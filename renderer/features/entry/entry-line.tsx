import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { offersFor, understandLine } from '../../../shared/incident/understand-line.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { LineField, type LineOffer } from '../../ui/line-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './entry.module.css';
import { EntryHint } from './entry-hint.tsx';
import { chooseMoment, entryStore, replaceLine, showLineOf, useEntry, writeLine } from './entry-store.ts';
import { LeadingClock } from './leading-clock.tsx';
import { lineContext } from './line-context.ts';
import { correctMyLastEntry, takeBackMyLast } from './my-last.ts';
import { offerHints } from './offer-hints.ts';
import { recordLine } from './record-line.ts';
import { SeveralLines } from './several-lines.tsx';
import { UnsentLines } from './unsent-lines.tsx';
import { WhichMoment } from './which-moment.tsx';

/** The line at the foot of the console. Where nothing could ever be written, the reason stands in its place. */
export const EntryLine = () => {
  const incident = useIncident((open) => open.id);
  const readOnly = useIncident((open) => open.readOnly);
  useEffect(() => {
    void showLineOf(incident);
  }, [incident]);
  const [wasWritable, setWritable] = useState(readOnly === null);
  const isHolding = useEntry(({ text, unsent }) => text !== '' || unsent.length > 0);
  if (readOnly === null && !wasWritable) setWritable(true);
  return (
    <>
      {readOnly === null ? null : (
        <div className={styles.entry}>
          <Notice tone="read-only">{readOnly}</Notice>
        </div>
      )}
      {/* A field that somebody types in never goes away under the hands; Enter is one more try. */}
      {readOnly === null || wasWritable || isHolding ? <WritableLine /> : null}
    </>
  );
};

const WritableLine = () => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const zone = useZone();
  const kind = useView((view) => view.entryKind);
  const { text, chosen, problem, isOnePerLine } = useEntry((entry) => entry);
  const [cursor, setCursor] = useState(0);
  const inputRef = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  useEntryFocus(inputRef);

  const context = lineContext(state, playbook);
  const understood = understandLine(text, kind, { context, now: currentInstant(), zone }, chosen);
  const completion = useMemo(() => offersFor(text, cursor, kind, context), [text, cursor, kind, context]);
  const offers = useMemo(() => offerHints(completion?.suggestions ?? [], context, state), [completion, context, state]);
  const isCommandWord = completion !== undefined && text.slice(completion.from).startsWith('!');
  const isSeveral = text.trim().includes('\n');

  const take = ({ value }: LineOffer) => {
    if (!completion) return;
    const after = text.slice(completion.to);
    const before = `${text.slice(0, completion.from)}${value}${after.startsWith(' ') ? '' : ' '}`;
    writeLine(before + after);
    setCursor(before.length);
    // The browser puts the cursor at the end of a text that React replaces.
    requestAnimationFrame(() => inputRef.current?.setSelectionRange(before.length, before.length));
  };

  const onKey = (event: KeyboardEvent) => {
    if (text !== '' || event.altKey || event.shiftKey) return;
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
    if (isUndo) void takeBackMyLast();
    else if (event.key === 'ArrowUp') correctMyLastEntry();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.entry} data-entry-line="">
      <UnsentLines />
      {isSeveral ? <SeveralLines context={context} /> : null}
      <LineField
        describedBy={hintId}
        inputRef={inputRef}
        isFirstChosen={understood.action.do === 'wait' || isCommandWord}
        isInvalid={problem !== undefined}
        label="Log entry"
        leading={<LeadingClock at={understood.at} word={understood.word} />}
        offers={offers}
        onChange={(value, at) => {
          writeLine(value);
          setCursor(at);
        }}
        onCursor={setCursor}
        onEnter={recordLine}
        onKey={onKey}
        onTake={take}
        trailing={
          <Button keys="Enter" onPress={recordLine} variant="primary">
            Record
          </Button>
        }
        value={text}
      />
      {understood.action.do === 'ask-time' && !isOnePerLine ? (
        <WhichMoment
          candidates={understood.action.candidates}
          onChoose={(at) => {
            chooseMoment(at);
            inputRef.current?.focus();
          }}
          why={understood.action.why}
        />
      ) : null}
      <EntryHint id={hintId} problem={problem} understood={understood} isEmpty={text.trim() === ''} />
    </div>
  );
};

/** The line has the focus when it appears, unless another field took it, and whenever someone asks for it. */
const useEntryFocus = (inputRef: React.RefObject<HTMLTextAreaElement | null>): void => {
  const asked = useView((view) => view.entryFocus);
  const given = useView((view) => view.entryText);
  const seen = useRef(given?.n);
  useEffect(() => {
    if (given === undefined || given.n === seen.current) return;
    seen.current = given.n;
    if (entryStore.getState().text !== given.text) replaceLine(given.text);
  }, [given]);
  const isFirst = useRef(true);
  useEffect(() => {
    const focused = document.activeElement;
    const isTaken = isFirst.current && focused !== null && focused !== document.body;
    isFirst.current = false;
    if (!isTaken) inputRef.current?.focus();
  }, [asked, inputRef]);
};

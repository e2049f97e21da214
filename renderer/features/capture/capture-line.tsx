import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { emptyIncident } from '../../../shared/incident/fold.ts';
import { projectLineContext } from '../../../shared/incident/line-to-command.ts';
import { offersFor, understandLine } from '../../../shared/incident/understand-line.ts';
import { minutesToMs } from '../../../shared/kernel/duration.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { lineKinds } from '../../../shared/timeline/line-kinds.ts';
import { useApp, useZone } from '../../state/app-store.ts';
import { hideCapture } from '../../state/capture.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncidentStore } from '../../state/incident-store.ts';
import { Button } from '../../ui/button.tsx';
import { LineField, type LineOffer } from '../../ui/line-field.tsx';
import styles from './capture.module.css';
import { CaptureClock, CaptureHint } from './capture-hint.tsx';
import { lineOfMyLast, takeBackCaptured } from './captured.ts';
import { useCapture } from './use-capture.ts';

/** The one line. It works before the incident is read: only names and entry numbers need that. */
export const CaptureLine = ({ incident }: { readonly incident: IncidentId }) => {
  const open = useIncidentStore((store) => (store.open?.id === incident ? store.open : undefined));
  const libraryPlaybook = useApp((app) => app.playbook);
  const zone = useZone();
  const [kind, setKind] = useState('note');
  const [chosen, setChosen] = useState<Instant>();
  const [cursor, setCursor] = useState(0);
  const inputRef = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const capture = useCapture(incident, () => {
    setKind('note');
    setChosen(undefined);
  });
  const { text, write } = capture;

  const state = open?.state;
  const playbook = open?.playbook ?? libraryPlaybook ?? defaultPlaybook;
  const context = useMemo(
    () => projectLineContext(state ?? emptyIncident(incident), playbook, 'note'),
    [state, playbook, incident],
  );
  const understood = understandLine(text, kind, { context, now: currentInstant(), zone }, chosen);
  const completion = useMemo(() => offersFor(text, cursor, kind, context), [text, cursor, kind, context]);
  const offers = useMemo((): readonly LineOffer[] => completion?.suggestions.slice(0, 40) ?? [], [completion]);
  useFocusOnShow(inputRef);

  const take = ({ value }: LineOffer) => {
    if (!completion) return;
    const before = `${text.slice(0, completion.from)}${value} `;
    write(before + text.slice(completion.to).trimStart());
    setCursor(before.length);
    requestAnimationFrame(() => inputRef.current?.setSelectionRange(before.length, before.length));
  };

  const correctMyLast = () => {
    const line = lineOfMyLast();
    if (line === undefined) capture.say('Nothing captured here is left to correct.');
    else write(line);
  };

  const onKey = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([1-7])$/.exec(event.code)?.[1];
    const kindKey = event.altKey && !event.ctrlKey && digit ? lineKinds[Number(digit) - 1] : undefined;
    const isUndo = text === '' && event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
    if (kindKey) setKind(kindKey.id);
    else if (event.key === 'Escape') hideCapture();
    else if (isUndo) void takeBackCaptured().then(capture.say);
    else if (text === '' && event.key === 'ArrowUp' && !event.altKey) correctMyLast();
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.body}>
      <LineField
        autoFocus
        describedBy={hintId}
        inputRef={inputRef}
        isFirstChosen={understood.action.do === 'wait'}
        isInvalid={capture.problem !== undefined}
        label="Log entry"
        leading={<CaptureClock at={understood.at} word={understood.word} />}
        offers={offers}
        onChange={(value, at) => {
          write(value);
          setCursor(at);
        }}
        onCursor={setCursor}
        onEnter={() => void capture.record(understood.action)}
        onKey={onKey}
        onTake={take}
        placeholder="What happened?"
        size="large"
        trailing={
          <Button
            keys="Enter"
            onPress={() => void capture.record(understood.action)}
            variant={text === '' ? 'quiet' : 'primary'}
          >
            Record
          </Button>
        }
        value={text}
      />
      <CaptureHint
        backdateFlagMs={minutesToMs(playbook.settings.backdateFlagMinutes)}
        capture={capture}
        id={hintId}
        kind={kind}
        onChoose={(at) => {
          setChosen(at);
          inputRef.current?.focus();
        }}
        onKind={setKind}
        understood={understood}
      />
    </div>
  );
};

/** Typing at once, each time the hot key brings the window. */
const useFocusOnShow = (inputRef: React.RefObject<HTMLTextAreaElement | null>): void => {
  useEffect(() => {
    const focus = () => inputRef.current?.focus();
    window.addEventListener('focus', focus);
    return () => window.removeEventListener('focus', focus);
  }, [inputRef]);
};

import { useEffect, useRef, useState } from 'react';
import type { LineAction } from '../../../shared/incident/line-to-command.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { useZone } from '../../state/app-store.ts';
import { hideCapture } from '../../state/capture.ts';
import { currentInstant } from '../../state/clock.ts';
import { flushDrafts, listDrafts, saveDraft } from '../../state/drafts.ts';
import { executeIn, incidentStore } from '../../state/incident-store.ts';
import { holdsTypedText } from '../../state/redactions.ts';

export interface Capture {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Records, then hides the window; text that could not be recorded stays with the reason. */
  readonly record: (action: LineAction) => Promise<void>;
  readonly problem: string | undefined;
  readonly isRecording: boolean;
  /** What was recorded last, until something new is typed; told again when the window comes back. */
  readonly done: string | undefined;
  readonly say: (sentence: string) => void;
}

const draftKey = 'capture';

/**
 * The state of the capture line for one incident: typed text survives as a draft until it is recorded.
 * @param onRecorded the window goes back to its beginning
 */
export const useCapture = (incident: IncidentId, onRecorded: () => void): Capture => {
  const zone = useZone();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState<string>();
  const [isRecording, setRecording] = useState(false);
  const isUnderWay = useRef(false);

  useEffect(() => {
    let isCurrent = true;
    void listDrafts(incident).then((drafts) => {
      const draft = drafts.find(({ key }) => key === draftKey);
      if (isCurrent && draft) setText((typed) => typed || draft.text);
    });
    return () => {
      isCurrent = false;
    };
  }, [incident]);

  useEffect(
    () =>
      holdsTypedText((where, clean) => {
        if (where !== incident || clean(text) === text) return false;
        setText(clean(text));
        saveDraft(incident, draftKey, clean(text));
        return true;
      }),
    [incident, text],
  );

  const write = (next: string) => {
    setText(next);
    setProblem(undefined);
    setDone(undefined);
    saveDraft(incident, draftKey, next);
  };

  const record = async (action: LineAction): Promise<void> => {
    if (isUnderWay.current || text.trim() === '') return;
    if (action.do !== 'record') {
      setProblem(whyNot(action));
      return;
    }
    isUnderWay.current = true;
    setRecording(true);
    const reply = await executeIn(incident, action.command);
    isUnderWay.current = false;
    setRecording(false);
    if (!reply.ok) {
      setProblem(reply.error.sentence);
      return;
    }
    write('');
    void flushDrafts();
    const [event] = reply.value.events;
    const logged = event && incidentStore.getState().open?.state.logById.get(event);
    setDone(`Recorded${nameOf(logged?.event)} at ${formatClock(currentInstant(), zone, true)}, on disk.`);
    onRecorded();
    hideCapture();
  };

  return { text, write, record, problem, isRecording, done, say: setDone };
};

const whyNot = (action: LineAction): string | undefined => {
  switch (action.do) {
    case 'record':
      return undefined;
    case 'wait':
      return action.hint;
    case 'ask-time':
      return 'Which moment is meant? Choose one, then press Enter.';
    case 'declare':
      return 'A declaration needs the console: Ctrl Shift D.';
    case 'write-update':
      return 'Updates are written in the console: Ctrl Shift H.';
  }
};

const nameOf = (event: object | undefined): string => {
  const name = event && 'name' in event ? (event.name as { readonly tag: string; readonly n: number }) : undefined;
  return name ? ` as entry ${name.tag}-${name.n}` : '';
};

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { given } from '../../../shared/kernel/given.ts';
import { addMs, type Instant } from '../../../shared/kernel/instant.ts';
import type { ReachMilestone } from '../../../shared/lifecycle/lifecycle-commands.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { onLibraryMended } from '../../state/app-store.ts';
import { listDrafts, saveDraft } from '../../state/drafts.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { holdsTypedText } from '../../state/redactions.ts';
import { setEntryKind, viewStore } from '../../state/view-store.ts';
import { unrecordedText, withoutRecorded } from './unsent-text.ts';

/** Why a line is still here, in words, with the way out. */
export interface LineProblem {
  readonly sentence: string;
  /** The library could not be written. */
  readonly isOfDisk?: boolean;
  /** Its form asks for what the line could not say, and begins with what it did. */
  readonly reach?: ReachMilestone;
}

/** A line that left the field and is not recorded. */
export interface UnsentLine {
  readonly n: number;
  readonly text: string;
  /** One of `lineKinds`. */
  readonly kind: string;
  readonly chosen?: Instant;
  /** Missing while it is on its way to the disk. */
  readonly problem?: LineProblem;
}

interface EntryState {
  /** Whose text this is. It outlives the field: the composer may take its place for a while. */
  readonly incident: IncidentId | undefined;
  readonly text: string;
  /** The answer to which moment a time of day means. */
  readonly chosen: Instant | undefined;
  readonly problem: LineProblem | undefined;
  /** Pasted lines: one entry, or one for each. */
  readonly isOnePerLine: boolean;
  readonly unsent: readonly UnsentLine[];
}

const empty: Omit<EntryState, 'incident'> = {
  text: '',
  chosen: undefined,
  problem: undefined,
  isOnePerLine: false,
  unsent: [],
};

export const entryStore = createStore<EntryState>(() => ({ ...empty, incident: undefined }));
export const useEntry = <T>(select: (state: EntryState) => T): T => useStore(entryStore, select);

const entryDraftKey = 'entry';

/** Everything that is not recorded yet goes to the disk, also what is on its way there: only its commit proves it. */
entryStore.subscribe((state, before) => {
  const { incident, text, unsent } = state;
  if (!incident || incident !== before.incident || (text === before.text && unsent === before.unsent)) return;
  saveDraft(incident, entryDraftKey, unrecordedText(unsent, { text, kind: viewStore.getState().entryKind }));
});

// The reason is over; the words wait for whoever sends them.
onLibraryMended(() => {
  const mend = (problem: LineProblem | undefined) =>
    problem?.isOfDisk ? { sentence: 'Not recorded yet. The library can be written again.' } : problem;
  entryStore.setState(({ problem, unsent }) => ({
    problem: mend(problem),
    unsent: unsent.map((line) => ({ ...line, ...given({ problem: mend(line.problem) }) })),
  }));
});

holdsTypedText((incident, clean) => {
  const { incident: shown, text, unsent } = entryStore.getState();
  const isHeld = shown === incident && [text, ...unsent.map((line) => line.text)].some((each) => clean(each) !== each);
  if (isHeld)
    entryStore.setState({ text: clean(text), unsent: unsent.map((line) => ({ ...line, text: clean(line.text) })) });
  return isHeld;
});

viewStore.subscribe(({ settledLine }, before) => {
  if (settledLine && settledLine !== before.settledLine && settledLine.text === entryStore.getState().text)
    entryStore.setState({ text: '', chosen: undefined, problem: undefined, isOnePerLine: false });
});

export const writeLine = (text: string): void => {
  const { text: before, isOnePerLine } = entryStore.getState();
  if (text === before) return;
  entryStore.setState({ text, problem: undefined, isOnePerLine: isOnePerLine && text.includes('\n') });
};

export const chooseMoment = (chosen: Instant): void => entryStore.setState({ chosen, problem: undefined });
export const setOnePerLine = (isOnePerLine: boolean): void => entryStore.setState({ isOnePerLine });

/** Puts text into the line without losing what stands there: that moves above the line. */
export const replaceLine = (text: string): void => {
  const { text: before, unsent } = entryStore.getState();
  const kept = before.trim() === '' || before === text ? unsent : [...unsent, keptLine(before)];
  entryStore.setState({ text, chosen: undefined, problem: undefined, isOnePerLine: false, unsent: kept });
};

export const putBack = (line: UnsentLine): void => {
  dropUnsent(line.n);
  replaceLine(line.text);
  setEntryKind(line.kind);
};

export const dropUnsent = (n: number): void =>
  entryStore.setState(({ unsent }) => ({ unsent: unsent.filter((line) => line.n !== n) }));

/** Shows the text of this incident; of another one it was saved already. What a dead run left behind comes back. */
export const showLineOf = async (incident: IncidentId): Promise<void> => {
  if (entryStore.getState().incident === incident) return;
  entryStore.setState({ ...empty, incident });
  const draft = (await listDrafts(incident)).find(({ key }) => key === entryDraftKey);
  const { incident: shown, text } = entryStore.getState();
  if (!draft || shown !== incident) return;
  const left = withoutRecorded(draft.text, (words) => isRecorded(words, draft.savedAt));
  if (left === '') return;
  if (text === '') entryStore.setState({ text: left });
  else entryStore.setState(({ unsent }) => ({ unsent: [...unsent, { ...keptLine(left), kind: 'note' }] }));
};

/** How long a line may have been on its way to the disk when the draft was saved with it: a hung writer is replaced by then. */
const longestOnItsWayMs = 30_000;

/** A run that died between the record and the removal of its draft leaves both: the text must not be recorded twice. */
const isRecorded = (words: string, savedAt: Instant): boolean => {
  const { open } = incidentStore.getState();
  const since = addMs(savedAt, -longestOnItsWayMs);
  return (
    open?.state.log.some(({ event, recordedAt }) => recordedAt >= since && 'text' in event && event.text === words) ??
    false
  );
};

let count = 0;
export const nextLineNumber = (): number => {
  count += 1;
  return count;
};

const keptLine = (text: string): UnsentLine => ({
  n: nextLineNumber(),
  text,
  kind: viewStore.getState().entryKind,
  problem: { sentence: 'Not recorded yet: another text took its place.' },
});

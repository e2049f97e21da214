import type { Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { type Draft, type RequestFailure, request } from '../bridge/bridge.ts';
import { onLibraryMended } from './app-store.ts';
import { holdsTypedText } from './redactions.ts';

/** How long typing must pause before its text goes to the disk. */
const pauseMs = 300;
/** Whoever types on and on has the text written as often: a crash loses no more than this. */
const longestMs = 1_000;

/** Text that is typed and not recorded. */
export interface HeldText {
  /** Null: it is of the library itself, such as a declaration. */
  readonly incident: IncidentId | null;
  readonly key: string;
  readonly text: string;
}

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  /** When the oldest change was made that is not on its way, by `performance.now`. */
  readonly sinceMs: number;
}
const waiting = new Map<string, Waiting>();
const beingWritten = new Set<Promise<unknown>>();
/** What was typed in this window, whether or not the disk took it; empty texts until they are removed there. */
const held = new Map<string, HeldText>();
/** What runs that are over left behind, until this window writes there itself. */
const leftBehind = new Map<string, HeldText>();
const placeOf = (incident: IncidentId | null, key: string) => `${incident ?? ''} ${key}`;

/** Unsent text of one incident, one for each key: of this run, else what a run that is over left behind. */
export const listDrafts = async (incident: IncidentId): Promise<readonly Draft[]> => {
  const reply = await askForDrafts(incident);
  return reply.ok ? reply.value : [];
};

/** As `listDrafts`, for who has to know whether the disk gave an answer at all; null asks for those of the library. */
export const askForDrafts = async (incident: IncidentId | null): Promise<Result<readonly Draft[], RequestFailure>> => {
  const reply = await request('drafts:list', { incident });
  if (!reply.ok) return reply;
  for (const { key, text, orphan } of reply.value) {
    const place = placeOf(incident, key);
    // Another window of this run looks after its own texts: a copy here would soon be an old one.
    if (orphan && !held.has(place)) leftBehind.set(place, { incident, key, text });
  }
  return reply;
};

/** Keeps text that is not recorded yet; written once typing pauses, and now and then while it does not. Empty text removes the draft, at once. */
export const saveDraft = (incident: IncidentId | null, key: string, text: string): void => {
  const place = placeOf(incident, key);
  held.set(place, { incident, key, text });
  leftBehind.delete(place);
  const nowMs = performance.now();
  const { timer: before, sinceMs = nowMs } = waiting.get(place) ?? {};
  clearTimeout(before);
  const delayMs = text === '' ? 0 : Math.min(pauseMs, Math.max(0, sinceMs + longestMs - nowMs));
  waiting.set(place, { timer: setTimeout(() => write(place), delayMs), sinceMs });
};

/** What is typed and not recorded, as this window knows it: readable also when the disk is not. */
export const heldTexts = (): readonly HeldText[] =>
  [...leftBehind.values(), ...held.values()].filter(({ text }) => text.trim() !== '');

/** Writes what still waits: the window loses the focus, is hidden or closes. Settles when the disk has answered. */
export const flushDrafts = async (): Promise<void> => {
  for (const place of [...waiting.keys()]) write(place);
  await Promise.all(beingWritten);
};

/** False while a text is on its way to the disk, or waits for typing to pause. */
export const areDraftsWritten = (): boolean => waiting.size === 0 && beingWritten.size === 0;

const write = (place: string): void => {
  clearTimeout(waiting.get(place)?.timer);
  waiting.delete(place);
  const draft = held.get(place);
  if (!draft) return;
  // A draft that cannot be written is no news of its own: the text stands on the screen, and the library says why.
  const done = request('drafts:save', draft).then((reply) => {
    beingWritten.delete(done);
    if (reply.ok && draft.text === '' && held.get(place) === draft) held.delete(place);
  });
  beingWritten.add(done);
};

onLibraryMended(() => {
  // Once more everything: the disk refused it before and takes it now; it may be another one, where nothing was left yet.
  for (const { incident, key, text } of [...held.values(), ...leftBehind.values()]) saveDraft(incident, key, text);
});

// What is on the disk the library process cleans; this is for what it may still be told by a text that is on its way.
holdsTypedText((incident, clean) => {
  const holding = [...held.values(), ...leftBehind.values()].filter(
    (draft) => (draft.incident ?? incident) === incident && clean(draft.text) !== draft.text,
  );
  for (const draft of holding) saveDraft(draft.incident, draft.key, clean(draft.text));
  return holding.length > 0;
});

const flush = (): void => void flushDrafts();
window.addEventListener('blur', flush);
window.addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', flush);

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { given } from '../../../shared/kernel/given.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Situation } from '../../../shared/playbook/playbook.ts';
import type { EventId, IncidentId } from '../../../shared/record/ids.ts';
import { listDrafts, saveDraft } from '../../state/drafts.ts';
import { holdsTypedText } from '../../state/redactions.ts';
import type { Copied } from '../../ui/copy-text.ts';
import type { CopiedText, Place } from './place.ts';
import { cleanPlace, draftToPlace, placeToDraft } from './place-draft.ts';

interface ComposerState {
  readonly places: ReadonlyMap<string, Place>;
  /** Once a run: from then on memory holds all that the disk does. */
  readonly loaded: ReadonlySet<IncidentId>;
}

const emptyPlace: Place = {};
export const updateKey = (audience: string): string => `update:${audience}`;
export const mendKey = (update: EventId): string => `correction:${update}`;

export const composerStore = createStore<ComposerState>(() => ({ places: new Map(), loaded: new Set() }));

export const usePlace = (incident: IncidentId, key: string): Place =>
  useStore(composerStore, ({ places }) => places.get(placeOf(incident, key)) ?? emptyPlace);

export const placeIn = (places: ReadonlyMap<string, Place>, incident: IncidentId, key: string): Place =>
  places.get(placeOf(incident, key)) ?? emptyPlace;

export const changePlace = (incident: IncidentId, key: string, change: Partial<Place>): void =>
  putPlace(incident, key, { ...placeNow(incident, key), ...change });

/** Typed text; kept on disk until the update is marked as sent. */
export const writeText = (incident: IncidentId, key: string, text: string, situation?: Situation): void => {
  const chosen = situation === undefined ? {} : { situation };
  changePlace(incident, key, { text, copied: undefined, sent: undefined, ...chosen });
  saveDraft(incident, key, text);
};

/** The text went to the clipboard: from here on it stands still, so that what is marked as sent is what was copied. */
export const holdText = (incident: IncidentId, key: string, text: string, copied: CopiedText): void => {
  writeText(incident, key, text);
  changePlace(incident, key, { copied });
};

/** What the clipboard answered; of no interest once the text is another one. */
export const answerCopy = (incident: IncidentId, key: string, at: Instant, how: Copied): void => {
  const { copied } = placeNow(incident, key);
  if (copied?.at === at) changePlace(incident, key, { copied: { ...copied, how } });
};

/** What a correction is about. A copied text that was made of the old claims is made anew of these. */
export const changeClaims = (incident: IncidentId, key: string, change: Partial<Place>): void => {
  const { text, copied } = placeNow(incident, key);
  if (copied && copied.rendered === text) startAgain(incident, key);
  changePlace(incident, key, { ...change, copied: undefined });
};

/** Back to a text from the facts. What was typed is set aside, not lost. */
export const startAgain = (incident: IncidentId, key: string, situation?: Situation): void => {
  const { text, setAside } = placeNow(incident, key);
  const kept = text === undefined ? {} : { setAside: withText(setAside, text) };
  changePlace(incident, key, {
    ...kept,
    text: undefined,
    copied: undefined,
    nextAt: undefined,
    sent: undefined,
    situation,
  });
  saveDraft(incident, key, '');
};

/** Words that were typed elsewhere become the text; what stood there is set aside. */
export const beginWith = (incident: IncidentId, key: string, words: string): void => {
  if (placeNow(incident, key).text !== words) startAgain(incident, key);
  writeText(incident, key, words);
};

/** The newest text that was set aside; once more: the one before it, and so on around. */
export const putBack = (incident: IncidentId, key: string): void => {
  const { text, setAside = [] } = placeNow(incident, key);
  const back = setAside.at(-1);
  if (back === undefined) return;
  const others = setAside.slice(0, -1);
  changePlace(incident, key, { setAside: text === undefined ? others : [text, ...others.filter((t) => t !== text)] });
  writeText(incident, key, back);
};

/** Sent. What was set aside is still unsent. */
export const forgetPlace = (incident: IncidentId, key: string, sent: Place['sent']): void => {
  putPlace(incident, key, { sent, ...given({ setAside: placeNow(incident, key).setAside }) });
  saveDraft(incident, key, '');
};

/** Takes in what an earlier run left unsent; text typed meanwhile counts for more, and the older one is set aside. */
export const loadDrafts = async (incident: IncidentId): Promise<void> => {
  const { loaded } = composerStore.getState();
  if (loaded.has(incident)) return;
  composerStore.setState({ loaded: new Set(loaded).add(incident) });
  const drafts = (await listDrafts(incident)).filter(({ text }) => text !== '');
  for (const { key, text } of drafts)
    if (key.startsWith(keptPrefix)) takeIn(incident, key.slice(keptPrefix.length), draftToPlace(text));
  for (const { key, text } of drafts)
    if (key.startsWith('update:') || key.startsWith('correction:')) takeIn(incident, key, { text });
};

holdsTypedText((incident, clean) => {
  const prefix = placeOf(incident, '');
  let isHeld = false;
  for (const [where, place] of composerStore.getState().places) {
    const cleaned = where.startsWith(prefix) ? cleanPlace(place, clean) : place;
    if (cleaned === place) continue;
    isHeld = true;
    const key = where.slice(prefix.length);
    putPlace(incident, key, cleaned);
    if (cleaned.text !== undefined) saveDraft(incident, key, cleaned.text);
  }
  return isHeld;
});

const takeIn = (incident: IncidentId, key: string, found: Place): void => {
  const known = placeNow(incident, key);
  const isOlder = found.text !== undefined && known.text !== undefined && known.text !== found.text;
  const aside = [...(found.setAside ?? []), ...(isOlder && found.text ? [found.text] : []), ...(known.setAside ?? [])];
  changePlace(incident, key, { ...found, ...known, ...(aside.length > 0 ? { setAside: [...new Set(aside)] } : {}) });
};

const withText = (texts: readonly string[] = [], text: string): readonly string[] =>
  text.trim() === '' ? texts : [...texts.filter((other) => other !== text), text];

/** The draft beside the text's own: everything else of the place that was typed. */
const keptPrefix = 'place:';

const putPlace = (incident: IncidentId, key: string, place: Place): void => {
  const before = placeToDraft(placeNow(incident, key));
  composerStore.setState(({ places }) => ({ places: new Map(places).set(placeOf(incident, key), place) }));
  const kept = placeToDraft(place);
  if (kept !== before) saveDraft(incident, `${keptPrefix}${key}`, kept);
};

const placeNow = (incident: IncidentId, key: string): Place => placeIn(composerStore.getState().places, incident, key);

const placeOf = (incident: IncidentId, key: string): string => `${incident} ${key}`;

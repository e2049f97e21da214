import { createStore } from 'zustand/vanilla';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { Draft } from '../bridge/bridge.ts';
import { appStore } from './app-store.ts';
import { askForDrafts, saveDraft } from './drafts.ts';
import { incidentStore } from './incident-store.ts';
import { holdsTypedText } from './redactions.ts';
import type { Dialog } from './view-store.ts';

/** One form: a dialog on one thing. */
export interface FormPlace {
  /** Null: it is of no incident, but of the library, as a declaration or a contact. */
  readonly incident: IncidentId | null;
  /** `severity`, `finish-task:<id>`. */
  readonly form: string;
}

/** By the name of the field; only what differs from what the form begins with. */
type Values = Readonly<Record<string, unknown>>;

interface TypedValues {
  /** Text, and what is made of it. */
  readonly typed: Values;
  /** What the text was meant for: kept with it, and never without it. */
  readonly chosen: Values;
}
export type TypedKind = keyof TypedValues;

interface TypedForm extends TypedValues {
  readonly place: FormPlace;
  /** It was left, by somebody here or by a run that is over: whoever opens it did not type all of it just now. */
  readonly isFromBefore: boolean;
}

/** What is typed into forms and was not sent. It outlives the form: leaving one loses nothing. */
export const typedStore = createStore<{ readonly forms: ReadonlyMap<string, TypedForm> }>(() => ({ forms: new Map() }));

/**
 * What a form begins with counts: other words, or another incident that came back, begin another form. A declaration that
 * begins with nothing goes on with the one that was left last, whichever way that one began.
 */
export const placeOfDialog = (open: IncidentId | undefined, dialog: Dialog): FormPlace => {
  const form = Object.entries(dialog)
    .map(([name, part]) => (typeof part === 'object' ? digestOf(part.line) : name === 'title' ? digestOf(part) : part))
    .join(':');
  // It belongs to no incident, whichever is open behind it.
  const place = { incident: dialog.name === 'declare' ? null : (open ?? null), form };
  return form === declaration && !isTypedIn(place) ? (leftDeclaration() ?? place) : place;
};

const declaration = 'declare';
const isDeclaration = ({ incident, form }: FormPlace) =>
  incident === null && (form === declaration || form.startsWith(`${declaration}:`));

/** The declaration that was left last and is still neither sent nor given up. */
export const leftDeclaration = (): FormPlace | undefined =>
  [...typedStore.getState().forms.values()]
    .map(({ place }) => place)
    .findLast((place) => isDeclaration(place) && isFromBefore(place));

/**
 * Stands for words in the name of a form (FNV-1a, 32 bits): they themselves would lie there beyond a redaction, and may be
 * too long for a name.
 */
export const digestOf = (words: string): string =>
  [...words]
    .reduce((sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 16_777_619) >>> 0, 2_166_136_261)
    .toString(36);

export const keyOfPlace = ({ incident, form }: FormPlace): string => `${incident ?? ''} ${form}`;

/** What a field holds; undefined: it is as the form began. */
export const valueIn = (place: FormPlace, kind: TypedKind, field: string): unknown => valuesIn(place)[kind][field];

/** Whether text was typed here and not sent. */
export const isTypedIn = (place: FormPlace): boolean => Object.keys(valuesIn(place).typed).length > 0;

/** Whether what is typed here was there before the form was opened. */
export const isFromBefore = (place: FormPlace): boolean => isTypedIn(place) && formAt(place)?.isFromBefore === true;

/** Keeps what a field holds now; undefined: it is as the form began. */
export const keepValue = (place: FormPlace, kind: TypedKind, field: string, value: unknown): void => {
  const { [field]: _, ...others } = valuesIn(place)[kind];
  put(place, { ...valuesIn(place), [kind]: value === undefined ? others : { ...others, [field]: value } });
};

/** It was sent, or given up in so many words. */
export const forgetTyped = (place: FormPlace): void => {
  if (formAt(place)) put(place, nothing);
};

/** The form is left: choices alone are one press, and would only be in the way the next time. */
export const leaveForm = (place: FormPlace): void => {
  const form = formAt(place);
  if (form && isTypedIn(place)) show({ ...form, isFromBefore: true });
  else forgetTyped(place);
};

const nothing: TypedValues = { typed: {}, chosen: {} };
const formAt = (place: FormPlace): TypedForm | undefined => typedStore.getState().forms.get(keyOfPlace(place));
const valuesIn = (place: FormPlace): TypedValues => formAt(place) ?? nothing;

/**
 * Takes in what earlier runs left: in the forms of the library, and of every incident that is opened. What is typed here
 * counts for more.
 */
export const listenForLeftForms = (): (() => void) => {
  // Once a run: from then on memory holds all that the disk does. What the disk did not give is asked for again.
  const loaded = new Set<IncidentId | null>();
  const takeInOnce = async (incident: IncidentId | null): Promise<void> => {
    if (loaded.has(incident)) return;
    loaded.add(incident);
    const reply = await askForDrafts(incident);
    if (reply.ok) for (const draft of reply.value) takeInLeft(incident, draft);
    else loaded.delete(incident);
  };
  const ends = [
    appStore.subscribe(() => void takeInOnce(null)),
    incidentStore.subscribe(({ open }) => open && void takeInOnce(open.id)),
  ];
  // Before anything can be typed and saved: a text of this run would hide what another one left in the same form.
  void takeInOnce(null);
  return () => {
    for (const end of ends) end();
  };
};

const takeInLeft = (incident: IncidentId | null, { key, text }: Draft): void => {
  if (!isFormDraft(key)) return;
  const left = readLeft(text);
  const place = { incident, form: key.slice(draftPrefix.length) };
  if (Object.keys(left.typed).length === 0) return;
  if (!isTypedIn(place)) show({ place, ...left, isFromBefore: true });
  // Somebody was quicker than a slow disk. To send or give up their declaration must not take the other one along.
  else if (isDeclaration(place)) put({ incident, form: `${declaration}:${digestOf(text)}` }, left, true);
};

const put = (
  place: FormPlace,
  { typed, chosen }: TypedValues,
  isFromBefore = formAt(place)?.isFromBefore ?? false,
): void => {
  show({ place, typed, chosen, isFromBefore });
  saveDraft(place.incident, `${draftPrefix}${place.form}`, isTypedIn(place) ? JSON.stringify({ typed, chosen }) : '');
};

const show = (form: TypedForm): void =>
  typedStore.setState(({ forms }) => {
    const changed = new Map(forms);
    changed.delete(keyOfPlace(form.place));
    if (Object.keys({ ...form.typed, ...form.chosen }).length > 0) changed.set(keyOfPlace(form.place), form);
    return { forms: changed };
  });

const draftPrefix = 'form:';

export const isFormDraft = (key: string): boolean => key.startsWith(draftPrefix);

/** What was typed, by the names of the fields. */
export const typedInDraft = (draft: string): Values => readLeft(draft).typed;

/** Nothing, where another version wrote it in a way of its own; the draft stays where it lies. */
const readLeft = (text: string): TypedValues => {
  try {
    const { typed, chosen } = JSON.parse(text) as Partial<TypedValues>;
    return { typed: { ...typed }, chosen: { ...chosen } };
  } catch {
    return nothing;
  }
};

holdsTypedText((incident, clean) => {
  const held = [...typedStore.getState().forms.values()].filter(
    ({ place }) => (place.incident ?? incident) === incident,
  );
  const cleaned = held.map(({ place, typed, chosen }) => {
    const values = { typed, chosen };
    return { place, values, clean: cleanValues(values, clean) };
  });
  const changed = cleaned.filter((each) => JSON.stringify(each.clean) !== JSON.stringify(each.values));
  for (const each of changed) put(each.place, each.clean);
  return changed.length > 0;
});

const cleanValues = (values: TypedValues, clean: (text: string) => string): TypedValues =>
  JSON.parse(JSON.stringify(values), (_, part: unknown) => (typeof part === 'string' ? clean(part) : part));

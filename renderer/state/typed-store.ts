import { createStore } from 'zustand/vanilla';
import type { IncidentId } from '../../shared/record/ids.ts';
import { listDrafts, saveDraft } from './drafts.ts';
import { incidentStore } from './incident-store.ts';
import { holdsTypedText } from './redactions.ts';
import type { Dialog } from './view-store.ts';

/** One form: a dialog on one thing, of one incident or of none. */
export interface FormPlace {
  readonly incident: IncidentId | undefined;
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
}

/** What is typed into forms and was not sent. It outlives the form: leaving one loses nothing. */
export const typedStore = createStore<{ readonly forms: ReadonlyMap<string, TypedForm> }>(() => ({ forms: new Map() }));

/** `begun` says what a form begins with, so it counts by its line: another line begins another form. */
export const placeOfDialog = (open: IncidentId | undefined, dialog: Dialog): FormPlace => ({
  // A declaration belongs to no incident, whichever is open behind it.
  incident: dialog.name === 'declare' ? undefined : open,
  form: Object.values(dialog)
    .map((part) => (typeof part === 'object' ? part.line : part))
    .join(':'),
});

export const keyOfPlace = ({ incident, form }: FormPlace): string => `${incident ?? ''} ${form}`;

/** What a field holds; undefined: it is as the form began. */
export const valueIn = (place: FormPlace, kind: TypedKind, field: string): unknown => valuesIn(place)[kind][field];

/** Whether text was typed here and not sent. */
export const isTypedIn = (place: FormPlace): boolean => Object.keys(valuesIn(place).typed).length > 0;

/** Keeps what a field holds now; undefined: it is as the form began. */
export const keepValue = (place: FormPlace, kind: TypedKind, field: string, value: unknown): void => {
  const { [field]: _, ...others } = valuesIn(place)[kind];
  put(place, { ...valuesIn(place), [kind]: value === undefined ? others : { ...others, [field]: value } });
};

/** It was sent, or given up in so many words. */
export const forgetTyped = (place: FormPlace): void => {
  if (valuesIn(place) !== nothing) put(place, nothing);
};

/** The form is left: choices alone are one press, and would only be in the way the next time. */
export const leaveForm = (place: FormPlace): void => {
  if (!isTypedIn(place)) forgetTyped(place);
};

const nothing: TypedValues = { typed: {}, chosen: {} };
const valuesIn = (place: FormPlace): TypedValues => typedStore.getState().forms.get(keyOfPlace(place)) ?? nothing;

/** Takes in what an earlier run left in the forms of every incident that is opened; what is typed here counts for more. */
export const listenForLeftForms = (): (() => void) => {
  // Once a run: from then on memory holds all that the disk does.
  const loaded = new Set<IncidentId>();
  return incidentStore.subscribe(({ open }) => {
    if (!open || loaded.has(open.id)) return;
    loaded.add(open.id);
    void takeInLeft(open.id);
  });
};

const takeInLeft = async (incident: IncidentId): Promise<void> => {
  for (const { key, text } of await listDrafts(incident)) {
    if (!isFormDraft(key) || text === '') continue;
    const place = { incident, form: key.slice(draftPrefix.length) };
    if (!isTypedIn(place)) show({ place, ...readLeft(text) });
  }
};

const put = (place: FormPlace, { typed, chosen }: TypedValues): void => {
  show({ place, typed, chosen });
  if (place.incident === undefined) return;
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
  const held = [...typedStore.getState().forms.values()].filter(({ place }) => place.incident === incident);
  const cleaned = held.map(({ place, ...values }) => ({ place, values, clean: cleanValues(values, clean) }));
  const changed = cleaned.filter((each) => JSON.stringify(each.clean) !== JSON.stringify(each.values));
  for (const each of changed) put(each.place, each.clean);
  return changed.length > 0;
});

const cleanValues = (values: TypedValues, clean: (text: string) => string): TypedValues =>
  JSON.parse(JSON.stringify(values), (_, part: unknown) => (typeof part === 'string' ? clean(part) : part));

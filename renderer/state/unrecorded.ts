import type { Command } from '../../shared/incident/command.ts';
import { copyText } from '../ui/copy-text.ts';
import { type HeldText, heldTexts } from './drafts.ts';
import { incidentStore } from './incident-store.ts';
import { isFormDraft, typedInDraft } from './typed-store.ts';
import { announce } from './view-store.ts';

/** Everything of this window that no disk has confirmed, as plain text for a mail or a sheet of paper; '' for none. */
export const unrecordedToText = (
  pending: readonly Command[],
  drafts: readonly Pick<HeldText, 'key' | 'text'>[],
): string => {
  const isInDraft = (text: string) => drafts.some((draft) => draft.text.includes(text));
  const commands = pending
    // A line on its way to the disk stands in the draft of the entry line until its commit arrives.
    .filter((command) => !(command.type === 'RecordEntry' && isInDraft(command.text)))
    .map(({ type, ...fields }) => `Being recorded: ${toWords(type)}\n${toLines(fields)}`);
  return [
    ...drafts.map(
      ({ key, text }) => `${placeName(key)}:\n${isFormDraft(key) ? toLines(fieldsOf(typedInDraft(text))) : text}`,
    ),
    ...commands,
  ].join('\n\n');
};

/** What there is now, of all incidents that this window has shown. */
const unrecordedNow = (): string => {
  const pending = incidentStore.getState().open?.pending ?? [];
  return unrecordedToText(
    pending.map(({ command }) => command),
    heldTexts(),
  );
};

export const hasUnrecorded = (): boolean => unrecordedNow() !== '';

/** The way out when nothing can be recorded: the words leave by the clipboard. */
export const copyUnrecorded = async (): Promise<void> => {
  const text = unrecordedNow();
  if (text === '') {
    announce('Nothing is unrecorded.');
    return;
  }
  const copied = await copyText(text);
  if (copied === 'failed') announce('The clipboard did not take it. Select the text itself and copy it.', 'refused');
  else announce('Everything unrecorded is on the clipboard. Paste it where it is safe.');
};

const placeName = (key: string): string => {
  const [place = '', what = ''] = key.split(':');
  switch (place) {
    case 'entry':
      return 'Log entry';
    case 'capture':
      return 'Capture';
    case 'update':
      return `Update, ${what}`;
    case 'correction':
      return 'Correction of an update';
    case 'place':
      return `Set aside or begun, ${placeName(key.slice('place:'.length))}`;
    case 'form':
      return `Form, ${what}`;
    case 'section':
      return `Review section, ${what}`;
    default:
      return key;
  }
};

/** A form that keeps all its fields as one gives each of them; those that nobody has filled say nothing. */
const fieldsOf = (typed: object): object =>
  Object.fromEntries(
    Object.entries(typed)
      .flatMap(([name, value]) => (isGroup(value) ? Object.entries(value) : [[name, value]]))
      .map(([name, value]) => [name, isGroup(value) && 'text' in value ? value.text : value])
      .filter(([, value]) => value !== '' && value !== null && value !== false),
  );
const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `ReachMilestone` as "reach milestone". */
const toWords = (type: string): string => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
const toLines = (fields: object): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');

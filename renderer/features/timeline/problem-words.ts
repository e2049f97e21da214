import { formatClock } from '../../../shared/kernel/zone.ts';
import type { OpenIncident } from '../../state/incident-store.ts';
import { beginningOf, wordsOfLine } from '../../state/words-of-line.ts';
import { changeOfLine } from './broken-line.ts';

/**
 * What somebody in command needs of a place that cannot be read: what, when, and that nothing else is missing. What is
 * wrong with the file itself stands in Verify.
 */
export const problemWords = (
  { kind, message, text, after }: OpenIncident['problems'][number],
  zone: string,
): string => {
  // Without a text it is no single line, and its own sentence says what it is.
  if (kind !== 'damaged-line' || text === undefined) return message;
  const when = after === undefined ? '' : `, written after ${formatClock(after, zone)},`;
  return `One line of the record${when} is damaged and cannot be trusted. Everything else is shown.`;
};

/** What the place held, as far as it is left, and what to do about it. Empty where nothing tells. */
export const lostWords = ({ text = '' }: OpenIncident['problems'][number]): string => {
  const [change, words] = [changeOfLine(text), quoted(wordsOfLine(text))];
  // A change is no note: what it did to the incident would be missing still.
  if (change !== '')
    return ` It was: ${joined(change.charAt(0).toLowerCase() + change.slice(1), words)}. That does not count: check it, and do it again if it still holds.`;
  return words === '' ? '' : ` It says: ${words}. Record it anew from the entry line.`;
};

/** The same in a row of the timeline, where it stands under other rows: what kind of gap it is, and the words that do not count. */
export const gapWords = ({ kind, text = '' }: OpenIncident['problems'][number]): { what: string; words: string } => {
  const lost = joined(changeOfLine(text), quoted(wordsOfLine(text)));
  const isTorn = kind === 'torn-tail';
  const fate = isTorn ? 'was not recorded' : 'does not count any more';
  return {
    what: isTorn ? 'A line was cut off here' : 'A line is damaged here',
    words: lost === '' ? '' : `${lost} ${fate}.`,
  };
};

const quoted = (words: string) => (words === '' ? '' : `“${beginningOf(words)}”`);
const joined = (change: string, words: string) => [change, words].filter((part) => part !== '').join(', ');

import { given } from '../../../shared/kernel/given.ts';
import { isObject } from '../../../shared/kernel/is-object.ts';
import { situations } from '../../../shared/playbook/playbook.ts';
import type { Place } from './place.ts';

type KeptPlace = Pick<Place, 'situation' | 'setAside' | 'mending' | 'wrong' | 'right' | 'reason'>;

/** What was typed beside the text itself, for the disk, in lines that a person can read; empty without any words. */
export const placeToDraft = ({ situation, setAside = [], mending, wrong, right, reason }: Place): string => {
  const words = given({
    setAside: setAside.length > 0 ? setAside : undefined,
    wrong: wrong || undefined,
    right: right || undefined,
    reason: reason || undefined,
  });
  return Object.keys(words).length > 0 ? JSON.stringify({ ...words, ...given({ situation, mending }) }, null, 1) : '';
};

/** What of a draft file can be understood: it comes from the disk, perhaps of another version. */
export const draftToPlace = (json: string): KeptPlace => {
  const read = parse(json);
  const setAside = Array.isArray(read.setAside) ? read.setAside.filter(isText) : [];
  return given({
    situation: situations.find((known) => known === read.situation),
    setAside: setAside.length > 0 ? setAside : undefined,
    mending: (['correct', 'retract'] as const).find((known) => known === read.mending),
    wrong: textOf(read.wrong),
    right: textOf(read.right),
    reason: textOf(read.reason),
  });
};

/**
 * The place with every text of it passed through `clean`; the same object when that changes nothing. A text that went
 * to the clipboard as it was is no longer the one here: it has to be copied again.
 */
export const cleanPlace = (place: Place, clean: (text: string) => string): Place => {
  const { text, setAside, wrong, right, reason } = place;
  const typed = [text, ...(setAside ?? []), wrong, right, reason].filter((each) => each !== undefined);
  if (typed.every((each) => clean(each) === each)) return place;
  const cleaned = (each: string | undefined) => (each === undefined ? undefined : clean(each));
  return {
    ...place,
    ...given({
      text: cleaned(text),
      setAside: setAside?.map(clean),
      wrong: cleaned(wrong),
      right: cleaned(right),
      reason: cleaned(reason),
    }),
    copied: undefined,
  };
};

const parse = (json: string): Readonly<Record<string, unknown>> => {
  try {
    const read: unknown = JSON.parse(json);
    return isObject(read) ? read : {};
  } catch {
    return {};
  }
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const textOf = (value: unknown): string | undefined => (isText(value) ? value : undefined);

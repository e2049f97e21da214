import { countOf } from '../../../shared/kernel/words.ts';

/** What is on screen of the open incident; undefined on a screen that shows none. */
export interface ShownRecord {
  /** Events of its log: one command may record several, and not each of them is a row of the timeline. */
  readonly events: number;
}

/**
 * Where the record stands, in the words of the status line.
 *
 * @param pending commands on their way to the disk, also of an incident that this screen does not show
 * @param isUnwritable the disk may be gone: then nobody knows what it has
 */
export const recordWords = (pending: number, shown: ShownRecord | undefined, isUnwritable: boolean): string => {
  // Never "on disk" while something is still on its way.
  if (pending > 0) return `${pending} recording`;
  if (shown === undefined) return 'No incident is shown here';
  return `${countOf(shown.events, 'event')}${isUnwritable ? ' shown' : ', all on disk'}`;
};

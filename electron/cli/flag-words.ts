import type { EntryFlag, ProposedEntry } from '../../shared/intake/proposed-entry.ts';

/** What a flag says, behind how many entries it was found at. */
const words: Readonly<Record<EntryFlag, string>> = {
  'out-of-order': 'stand in the file behind one that happened later',
  'orphan-reply': 'answer a message that is not in the file',
  'reply-before-parent': 'are older than what they answer',
  edited: 'were edited there later, the first words are lost',
  trimmed: 'were cut short by the source',
  approximate: 'have a time that is said to be about',
  range: 'have a span of time, its beginning is taken',
  'shown-twice': 'have a time that the clock showed twice, the earlier is taken',
  'date-from-name': 'have their day from the name of the file',
  'next-day': 'have a day that was counted on over midnight',
  'unknown-channel': 'are of a channel that the export does not have',
  'same-id': 'share their id in the source with other words',
};

export type FlagCounts = Partial<Record<EntryFlag, number>>;

/** How many of the entries have each flag, in the order in which they are first met. */
export const countFlags = (entries: readonly ProposedEntry[]): FlagCounts => {
  const counts: FlagCounts = {};
  for (const flag of entries.flatMap(({ flags }) => flags)) counts[flag] = (counts[flag] ?? 0) + 1;
  return counts;
};

/** A line a flag, for people who did not look at the preview. */
export const flagLines = (counts: FlagCounts): readonly string[] =>
  Object.entries(counts).map(([flag, count]) => `Look at them: ${count} ${words[flag as EntryFlag]} (${flag}).`);

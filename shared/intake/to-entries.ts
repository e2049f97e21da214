import { byText } from '../kernel/by-text.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Collected } from './collector.ts';
import { excerptOf } from './plain-text.ts';
import type { ProposedEntry, Skipped } from './proposed-entry.ts';

export interface Entries {
  /** By time, equal times in the order of the file. */
  readonly entries: readonly ProposedEntry[];
  readonly skipped: readonly Skipped[];
}

/** Flags what stands out of order, and leaves out repeats and what is still to come. `collected` is in the order of the file. */
export const toEntries = (collected: readonly Collected[], now: Instant): Entries => {
  const { single, skipped } = withoutRepeats(flagOrder(collected));
  const isFuture = ({ at }: Collected) => at > now;
  return {
    entries: single
      .filter((entry) => !isFuture(entry))
      .toSorted(byText(({ at }) => at))
      .map(({ sequence: _, ...entry }) => entry),
    skipped: [
      ...skipped,
      ...single.filter(isFuture).map((entry) => skip(entry, `${entry.typed.text} is still to come`)),
    ],
  };
};

type Single = Collected & Pick<ProposedEntry, 'otherId'>;

const flagOrder = (collected: readonly Collected[]): readonly Collected[] => {
  const latest = new Map<string, Instant>();
  return collected.map((entry) => {
    if (entry.sequence === undefined) return entry;
    const before = latest.get(entry.sequence);
    if (before !== undefined && entry.at < before) return { ...entry, flags: [...entry.flags, 'out-of-order'] };
    latest.set(entry.sequence, entry.at);
    return entry;
  });
};

/**
 * The same message twice (two peers sent it, an export repeats it) is one entry. Different ones that the source gave one id
 * are all kept, each with its content in its id: a place among the others would move when the next export has one more.
 */
const withoutRepeats = (
  collected: readonly Collected[],
): { readonly single: readonly Single[]; readonly skipped: readonly Skipped[] } => {
  const groups = new Map<string, Collected[]>();
  for (const entry of collected) {
    const key = `${entry.source.format}\n${entry.source.id}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const single = new Map<Collected, Single>();
  const skipped: Skipped[] = [];
  for (const group of groups.values()) {
    const firsts = new Map<string, Collected>();
    for (const entry of group) {
      const content = `${entry.at}\n${entry.author}\n${entry.text}`;
      const first = firsts.get(content);
      if (first) skipped.push(skip(entry, `it is the same as ${first.source.where}`));
      else firsts.set(content, entry);
    }
    for (const [content, entry] of firsts) {
      const [id, otherId] = [entry.source.id, `${entry.source.id}#${content}`];
      single.set(entry, firsts.size === 1 ? { ...entry, otherId } : { ...withId(entry, otherId), otherId: id });
    }
  }
  return { single: collected.flatMap((entry) => single.get(entry) ?? []), skipped };
};

const withId = (entry: Collected, id: string): Collected => ({
  ...entry,
  source: { ...entry.source, id },
  flags: [...entry.flags, 'same-id'],
});

const skip = ({ source: { where }, text }: Collected, why: string): Skipped => ({
  where,
  why,
  text: excerptOf(text),
});

import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { projectMetricRecord } from '../../../shared/lifecycle/metric-record.ts';
import { publicStatus } from '../../../shared/lifecycle/public-status.ts';
import { watchWindow } from '../../../shared/lifecycle/watch-window.ts';
import { type PublicWord, publicWords } from '../../../shared/playbook/playbook.ts';
import type { UpdatesInput } from '../../../shared/updates/updates-input.ts';

export interface StatusOption {
  readonly word: PublicWord;
  /** Why it cannot be said yet. */
  readonly locked?: string;
}

/**
 * The four words of the public. What the record does not hold yet is locked; an earlier word may be said (a relapse
 * that nobody has written down), and the check beside the text then asks about it.
 */
export const statusOptions = (input: UpdatesInput, now: Instant, zone: string): readonly StatusOption[] => {
  const holds = publicWords.indexOf(publicStatus(projectMetricRecord(input.id, input.lifecycle)));
  return publicWords.map((word, index) =>
    index <= holds ? { word } : { word, locked: whyLocked(word, input, now, zone) },
  );
};

const whyLocked = (word: PublicWord, input: UpdatesInput, now: Instant, zone: string): string => {
  if (word === 'Identified') return 'No cause is recorded as found yet.';
  if (word === 'Monitoring') return 'No fix is recorded yet.';
  const window = watchWindow(input.lifecycle, input.playbook.settings, now);
  if (window && window.leftMs > 0) return `From ${formatClock(window.until, zone)}, when the watch window ends.`;
  return 'Restored is not recorded yet.';
};

/** The status word that a text opens with. */
export const statusWordIn = (text: string): PublicWord | undefined => {
  const first = /^\p{L}+/u.exec(text)?.[0];
  return publicWords.find((word) => word === first);
};

/** The text with another status word in front; one that has none gets it. */
export const withStatusWord = (text: string, word: PublicWord): string =>
  statusWordIn(text) ? text.replace(/^\p{L}+/u, word) : `${word}. ${text}`;

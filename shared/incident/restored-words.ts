import { countOf } from '../kernel/words.ts';

/** What came of one incident when another library, or a bundle, was merged into this one. */
export interface RestoredCounts {
  /** It was not in this library. */
  readonly isNew: boolean;
  /** Commits that came. */
  readonly records: number;
  /** Playbook copies, evidence and exports that came. */
  readonly files: number;
  /** Contradictions that stand in it now. */
  readonly conflicts: number;
  /** Files that stayed outside. */
  readonly left: readonly unknown[];
}

/** `kept`: this library has another one, which stays in force. */
export type RestoredPlaybook = 'taken' | 'kept' | 'same' | 'none';

/** In words, to stand behind the incident's name: "new, 12 records". */
export const restoredWords = ({ isNew, records, files, conflicts, left }: RestoredCounts): string =>
  [
    came(isNew, records, files),
    ...(conflicts > 0 ? [`${countOf(conflicts, 'contradiction')} to settle`] : []),
    ...(left.length > 0 ? [`${countOf(left.length, 'file')} left out`] : []),
  ].join(', ');

/** What became of the playbook that came along; empty where there is nothing to tell. */
export const restoredPlaybookWords: Readonly<Record<RestoredPlaybook, string>> = {
  taken: 'This library had no playbook of its own: the one that came is in force here now.',
  kept: 'Another playbook came along: the one of this library stays in force.',
  same: '',
  none: '',
};

const came = (isNew: boolean, records: number, files: number): string => {
  if (isNew) return `new, ${countOf(records, 'record')}`;
  if (records > 0) return `${countOf(records, 'new record')}`;
  return files > 0 ? `${countOf(files, 'new file')}` : 'nothing new';
};

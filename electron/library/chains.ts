import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { WriterId } from '../../shared/record/ids.ts';
import { writerOfFile } from './journal-bytes.ts';
import type { RecordProblem } from './record-problems.ts';

/** What one run wrote, checked from its first line to its last. */
export interface Chain {
  readonly writer: WriterId;
  /** Lines, one for each command. */
  readonly commits: number;
  /** Events in these lines, at least one a line. */
  readonly events: number;
  /** Whoever notes it down elsewhere can tell later whether lines before it were changed, or itself cut off. */
  readonly head: { readonly seq: number; readonly sum: string } | null;
  /** Number of the first line in its file that is not as it was written, from 1; null when the chain holds, in one file or in several together. */
  readonly firstBadLine: number | null;
}

/** One chain for every writer of these commits, and for every file that should hold one and cannot be read. */
export const chainsOf = (
  commits: readonly LoadedCommit[],
  problems: readonly Pick<RecordProblem, 'file' | 'line'>[],
): readonly Chain[] => {
  const chains = new Map<string, { commits: LoadedCommit[]; badLines: number[] }>();
  const chainOf = (writer: string) => {
    const chain = chains.get(writer) ?? { commits: [], badLines: [] };
    chains.set(writer, chain);
    return chain;
  };
  for (const loaded of commits) chainOf(loaded.commit.writer).commits.push(loaded);
  for (const { file, line } of problems)
    if (file.endsWith('.jsonl')) chainOf(writerOfFile(file)).badLines.push(...(line === undefined ? [] : [line]));
  return [...chains].map(([writer, { commits: own, badLines }]) => {
    const last = own.reduce<LoadedCommit | undefined>(newer, undefined);
    return {
      writer: writer as WriterId,
      commits: own.length,
      events: own.reduce((sum, { commit }) => sum + commit.events.length, 0),
      head: last ? { seq: last.commit.seq, sum: last.sum } : null,
      firstBadLine: badLines.length > 0 ? Math.min(...badLines) : null,
    };
  });
};

/** A second file of the same writer may lie before or behind the first. */
const newer = (a: LoadedCommit | undefined, b: LoadedCommit) => (a && a.commit.seq > b.commit.seq ? a : b);

import type { LoadedCommit } from '../../shared/record/commit.ts';
import { type JournalSource, readJournalBytes, startOfFile } from './journal-bytes.ts';
import { type OpenPiece, openWith } from './open-piece.ts';

/** The full check of a file that was read with the quick one, a slice at a time. */
export interface LateCheck {
  /** Checks one slice. */
  next(): void;
  isDone(): boolean;
  /** By offset what those lines said that passed the quick check and not the full one; null for a header. */
  readonly unfit: ReadonlyMap<number, LoadedCommit | null>;
}

/** About 3 ms of work: what a command may have to wait behind. Only a longer line takes longer. */
const sliceBytes = 128 * 1024;

/** @param upTo size of the file when it was read; what was appended since is not this check's business */
export const createLateCheck = (
  readBytes: (from: number, length: number) => Uint8Array,
  source: JournalSource,
  upTo: number,
): LateCheck => {
  const [quick, full] = [openWith(source.sums, 'quick'), openWith(source.sums, 'full')];
  const unfit = new Map<number, LoadedCommit | null>();
  const open: OpenPiece = (piece, offset, text) => {
    const opened = full(piece, offset, text);
    if (opened.ok) return opened;
    const before = quick(piece, offset, text);
    if (before.ok) unfit.set(offset, before.value.kind === 'commit' ? before.value.loaded : null);
    else if (before.error.kind !== opened.error.kind) unfit.set(offset, null);
    return opened;
  };
  let position = startOfFile;
  let length = sliceBytes;
  let isDone = false;
  return {
    unfit,
    next: () => {
      const end = Math.min(position.offset + length, upTo);
      const bytes = readBytes(position.offset, end - position.offset);
      const { position: reached } = readJournalBytes(bytes, { ...source, open }, position);
      // A line that is longer than the slice is taken up again with more of it.
      length = reached.offset > position.offset ? sliceBytes : length * 2;
      position = reached;
      isDone = end === upTo;
    },
    isDone: () => isDone,
  };
};

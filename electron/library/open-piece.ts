import type { Result } from '../../shared/kernel/result.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import { type LineCheck, type LineFault, type OpenedLine, openLine } from '../../shared/record/line.ts';
import type { ContentSums } from './content-sums.ts';

/** Opens the bytes of one line without its line feed, at `offset` in the file; `text` is what they say. */
export type OpenPiece = (piece: Buffer, offset: number, text: string) => Result<OpenedLine, LineFault>;

/** With the sums taken over the bytes as they lie in the file. To be made for each file, whose lines are much alike. */
export const openWith = (sums: ContentSums, check: LineCheck): OpenPiece => {
  let before: LoadedCommit | undefined;
  return (piece, _offset, text) => {
    const without = (end: string) => piece.subarray(0, piece.length - Buffer.byteLength(end));
    const sumsBefore = {
      digest: (end: string) => sums.digest(without(end)),
      crc: (end: string) => sums.crc(without(end)),
    };
    const opened = openLine(text, sums, { check, sumsBefore, before });
    if (opened.ok && opened.value.kind === 'commit') before = opened.value.loaded;
    return opened;
  };
};

/** As `check` says, but a line at one of these offsets is damage: the full check has shown it. */
export const openRefusing =
  (open: OpenPiece, unfit: ReadonlySet<number>): OpenPiece =>
  (piece, offset, text) =>
    unfit.has(offset)
      ? { ok: false, error: { kind: 'damaged', why: 'its sum does not fit' } }
      : open(piece, offset, text);

import type { Result } from '../../shared/kernel/result.ts';
import { type LineCheck, type LineFault, type OpenedLine, openLine } from '../../shared/record/line.ts';
import type { ContentSums } from './content-sums.ts';

/** Opens the bytes of one line without its line feed, at `offset` in the file; `text` is what they say. */
export type OpenPiece = (piece: Buffer, offset: number, text: string) => Result<OpenedLine, LineFault>;

/** With the sums taken over the bytes as they lie in the file. */
export const openWith =
  (sums: ContentSums, check: LineCheck): OpenPiece =>
  (piece, _offset, text) => {
    const before = (end: string) => piece.subarray(0, piece.length - Buffer.byteLength(end));
    return openLine(text, sums, check, {
      digest: (end) => sums.digest(before(end)),
      crc: (end) => sums.crc(before(end)),
    });
  };

/** As `check` says, but a line at one of these offsets is damage: the full check has shown it. */
export const openRefusing =
  (open: OpenPiece, unfit: ReadonlySet<number>): OpenPiece =>
  (piece, offset, text) =>
    unfit.has(offset)
      ? { ok: false, error: { kind: 'damaged', why: 'its sum does not fit' } }
      : open(piece, offset, text);

import { isUtf8 } from 'node:buffer';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { lineMark } from '../../shared/record/line.ts';
import type { ContentSums } from './content-sums.ts';
import type { JournalProblem, ProblemKind } from './journal.ts';
import { createLineDecoder } from './line-decoder.ts';
import { type OpenPiece, openWith } from './open-piece.ts';

/** Where reading goes on: at the start of the first line that has no line feed yet. */
export interface ReadPosition {
  readonly offset: number;
  /** Number of the line at `offset`, from 1. */
  readonly line: number;
  /** What the next line must name as `prev`; null when that is unknown: at the start and behind damage. */
  readonly prev: string | null;
  readonly seq: number | null;
  /** How many lines were whole so far. */
  readonly whole: number;
}
export const startOfFile: ReadPosition = { offset: 0, line: 1, prev: null, seq: null, whole: 0 };

export interface JournalSource {
  readonly file: string;
  readonly incident: IncidentId;
  readonly sums: ContentSums;
  /** How each line is opened: with the full check when left out. */
  readonly open?: OpenPiece;
  /** Longer lines are taken for damage. */
  readonly maxLineBytes?: number;
}

export interface JournalReading {
  readonly commits: readonly LoadedCommit[];
  readonly problems: readonly JournalProblem[];
  /** Problems of the last line alone: it may only be half written yet, so it is read again the next time. */
  readonly tailProblems: readonly JournalProblem[];
  readonly position: ReadPosition;
}

/** Something that was typed is missing there. */
const gaps: ReadonlySet<ProblemKind> = new Set(['damaged-line', 'torn-tail']);
const lineFeed = 10;
const carriageReturn = 13;
/** Longer lines are taken for damage; nothing that long is written. */
export const longestLine = 16 * 1024 * 1024;
const maxProblemText = 65_536;
const maxProblems = 1_000;
const mark = Buffer.from(lineMark);
const lineStarts = [Buffer.from('{"commit":'), Buffer.from('{"header":')];
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Reads the bytes of a journal file from `from` on. Every line stands by itself: damage costs the line it hit and no
 * other. Never throws.
 * @param content the bytes from `from.offset` to the end of the file
 */
export const readJournalBytes = (content: Uint8Array, source: JournalSource, from = startOfFile): JournalReading => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const commits: LoadedCommit[] = [];
  const problems: JournalProblem[] = [];
  const tailProblems: JournalProblem[] = [];
  const isAllUtf8 = isUtf8(bytes);
  const maxLineBytes = source.maxLineBytes ?? longestLine;
  const decode = isAllUtf8 ? createLineDecoder(bytes, maxLineBytes) : undefined;
  const open = source.open ?? openWith(source.sums, 'full');
  let found = problems;
  let { line, prev, seq, whole } = from;
  let at = 0;
  let markAt = -1;
  let hasCrLf = false;
  let skipped = 0;

  const report = (kind: ProblemKind, message: string, start?: number, piece?: Buffer) => {
    if (found.length >= maxProblems) {
      skipped += 1;
      return;
    }
    found.push({
      kind,
      file: source.file,
      ...(start === undefined ? {} : { line, offset: from.offset + start }),
      ...(piece === undefined ? {} : { text: readable(piece) }),
      ...afterWhich(kind),
      message,
    });
  };

  const afterWhich = (kind: ProblemKind) => {
    const last = commits.at(-1);
    return last && gaps.has(kind) ? { after: last.commit.recordedAt } : {};
  };

  /** True when the piece is one whole line. */
  const take = (piece: Buffer, start: number, text?: string): boolean => {
    if (!isAllUtf8 && !isUtf8(piece)) return false;
    const opened = open(piece, from.offset + start, text ?? piece.toString('utf8'));
    if (!opened.ok) {
      if (opened.error.kind === 'damaged') return false;
      report('newer-format', `A newer version of Holdfast wrote this: ${opened.error.why}.`, start);
      prev = null;
      seq = null;
      whole += 1;
      return true;
    }
    whole += 1;
    if (opened.value.kind === 'header') {
      const { header, sum } = opened.value;
      if (header.incident !== source.incident)
        report('other-incident', `This file belongs to incident ${header.incident}.`, start);
      else if (line > 1) report('broken-chain', 'A second header stands in the middle of the file.', start);
      else if (header.writer !== writerOfFile(source.file))
        report('copy', `This is a copy of ${header.writer}.jsonl.`, start);
      prev = sum;
      seq = 0;
      return true;
    }
    const { loaded } = opened.value;
    if (loaded.commit.incident !== source.incident) {
      report('other-incident', `This line belongs to incident ${loaded.commit.incident}.`, start);
      return true;
    }
    const isNext =
      prev === null ? line > 1 || seq !== null : loaded.commit.prev === prev && loaded.commit.seq === (seq ?? 0) + 1;
    if (!isNext)
      report(
        'broken-chain',
        'This line does not follow the one before it: lines are missing, doubled or out of order.',
        start,
      );
    prev = loaded.sum;
    seq = loaded.commit.seq;
    commits.push(loaded);
    return true;
  };

  /** False where nothing can be whole. Each byte is looked at once, so a gigabyte of something else takes a second. */
  const hasMark = (start: number, end: number): boolean => {
    if (markAt < start) markAt = bytes.indexOf(mark, start);
    if (markAt < 0) markAt = bytes.length;
    return markAt < end;
  };

  /** Lines run together when the byte between them was hit: each is still whole. */
  const salvage = (piece: Buffer, start: number): boolean => {
    let isAny = false;
    for (const [partStart, part] of splitAtLineStarts(piece)) {
      const isWhole = take(part, start + partStart) || take(part.subarray(0, -1), start + partStart);
      if (!isWhole) prev = null;
      isAny ||= isWhole;
    }
    return isAny;
  };

  const takePiece = (given: Buffer, start: number, isLast: boolean, text?: string) => {
    let piece = given;
    if (start === 0 && from.offset === 0 && piece.subarray(0, 3).equals(byteOrderMark)) {
      report('byte-order-mark', 'Another program put a byte-order mark before this file.', 0);
      piece = piece.subarray(3);
    }
    if (piece.at(-1) === carriageReturn && !isLast) {
      hasCrLf = true;
      piece = piece.subarray(0, -1);
    }
    if (piece.length > maxLineBytes) {
      report(
        'damaged-line',
        `This line is longer than any that Holdfast writes (${piece.length} bytes).`,
        start,
        piece,
      );
      prev = null;
      return;
    }
    // Asked only behind damage, where more of it is likely: a line behind a whole one is nearly always whole.
    if (prev !== null || hasMark(start, start + given.length)) {
      if (take(piece, start, piece === given ? text : undefined)) return;
      const before = commits.length;
      if (salvage(piece, start)) {
        report('damaged-line', `This line is damaged; ${commits.length - before} records in it are whole.`, start);
        return;
      }
    }
    prev = null;
    if (isLast) report('torn-tail', 'The last line is not whole: what it says was not recorded.', start, piece);
    else report('damaged-line', 'This line is damaged: its sum does not fit.', start, piece);
  };

  if (from.offset === 0 && bytes.includes(lineFeed) && !hasMark(0, bytes.length))
    return {
      commits,
      problems: [foreign(source.file, bytes, isAllUtf8)],
      tailProblems: [],
      position: behindLines(bytes),
    };
  for (;;) {
    const end = bytes.indexOf(lineFeed, at);
    if (end < 0) break;
    takePiece(bytes.subarray(at, end), at, false, decode?.(at, end));
    at = end + 1;
    line += 1;
  }
  if (hasCrLf && from.offset === 0) report('line-endings', 'Another program changed the line ends of this file.');
  if (skipped)
    problems.push({ kind: 'damaged-line', file: source.file, message: `${skipped} more problems are not listed.` });
  const position: ReadPosition = { offset: from.offset + at, line, prev, seq, whole };
  found = tailProblems;
  if (at < bytes.length) takePiece(bytes.subarray(at), at, true);
  if (from.offset === 0 && bytes.length === 0)
    report('empty', 'This file is empty: its run ended before anything was recorded.');
  const isForeign =
    whole === 0 && (problems.some(isDamage) || (line === 1 && at < bytes.length && !mayBeHeader(bytes.subarray(at))));
  // One clear sentence in place of a thousand damaged lines.
  if (isForeign) return { commits, problems: [foreign(source.file, bytes, isAllUtf8)], tailProblems: [], position };
  return { commits, problems, tailProblems, position };
};

/**
 * The writer that a file's name promises. Behind `~` stands what tells a second file of one writer from the first: it
 * was taken in from elsewhere, on purpose, and is nothing to report.
 */
export const writerOfFile = (file: string): string => file.replace(/(~[^~]*)?\.jsonl$/, '');

const isDamage = (problem: JournalProblem) => problem.kind === 'damaged-line';

/** At the start of the last line, without having read one. */
const behindLines = (bytes: Buffer): ReadPosition => {
  let { offset, line } = startOfFile;
  for (let feed = bytes.indexOf(lineFeed); feed >= 0; feed = bytes.indexOf(lineFeed, offset)) {
    offset = feed + 1;
    line += 1;
  }
  return { ...startOfFile, offset, line };
};

const foreign = (file: string, bytes: Buffer, isAllUtf8: boolean): JournalProblem => {
  const what = bytes.includes(0) || !isAllUtf8 ? 'binary data, or text in another encoding' : 'text of another kind';
  return {
    kind: 'not-a-journal',
    file,
    message: `This is no journal of Holdfast: it holds ${what}. It was left alone.`,
  };
};

/** A run may be killed while it writes its first line; a delayed allocation leaves zero bytes. */
const mayBeHeader = (piece: Buffer) => {
  const mark = lineStarts[1] as Buffer;
  const length = Math.min(mark.length, piece.length);
  return piece.subarray(0, length).equals(mark.subarray(0, length)) || isZero(piece);
};

/** Where lines begin in a piece without a line feed, with what follows up to the next. */
export function* splitAtLineStarts(piece: Buffer): Generator<[number, Buffer]> {
  let start = 0;
  while (start < piece.length) {
    const next = lineStarts.map((mark) => piece.indexOf(mark, start + 1)).filter((index) => index > 0);
    const end = next.length ? Math.min(...next) : piece.length;
    yield [start, piece.subarray(start, end)];
    start = end;
  }
}

/** Every byte is its neighbour: a hundred times as fast as asking each, and a file may have a thousand million. */
const isZero = (piece: Buffer) => (piece[0] ?? 0) === 0 && piece.subarray(1).equals(piece.subarray(0, -1));

const readable = (piece: Buffer) =>
  isZero(piece) ? `${piece.length} zero bytes` : piece.subarray(0, maxProblemText).toString('utf8');

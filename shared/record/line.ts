import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Commit, LoadedCommit } from './commit.ts';
import { redactedText, type StoredEvent, type TextPath } from './event.ts';
import { putText, type TextPlace, takeTexts } from './event-texts.ts';
import type { EventId, IncidentId, WriterId } from './ids.ts';
import { isCommitShape, isRecord } from './line-shape.ts';

/** The sums that a line carries, each over the UTF-8 bytes of a text. */
export interface LineSums {
  /** SHA-256 as 64 lower-case hex digits: proves what was written. */
  readonly digest: (text: string) => string;
  /** CRC-32 as an unsigned number: finds what a disk or a crash does to a line, twenty times as fast. */
  readonly crc: (text: string) => number;
}
export type PathsOf = (eventType: string) => readonly TextPath[];
/** The line format that this version writes. */
export const lineVersion = 1;
/** Stands in every line that can be whole, before its CRC: where it is not, nothing has to be tried. */
export const lineMark = ',"crc":"';

export interface JournalHeader {
  readonly format: 'holdfast-journal';
  readonly v: number;
  readonly incident: IncidentId;
  readonly writer: WriterId;
  readonly createdAt: Instant;
}

export interface SealedLine {
  /** With its line feed. */
  readonly line: string;
  readonly sum: string;
}

export type OpenedLine =
  | { readonly kind: 'header'; readonly header: JournalHeader; readonly sum: string }
  | { readonly kind: 'commit'; readonly loaded: LoadedCommit };

export interface LineFault {
  /** `newer`: whole, but written by a later version of Holdfast. */
  readonly kind: 'damaged' | 'newer';
  readonly why: string;
}

/**
 * `quick`: the CRC and the shape, enough against everything but somebody who made the CRC fit again. `full`: also the
 * sum, the digest of every text, and that the line has its only valid form.
 */
export type LineCheck = 'quick' | 'full';

interface ClearSum {
  readonly at: TextPlace;
  readonly sum: string;
}
type ClearItem = readonly [salt: string, text: string] | null;

/** The first line of a journal file. `sum` covers every byte before `,"sum"`, `crc` every byte before `,"crc"`. */
export const sealHeader = (header: JournalHeader, sums: LineSums): SealedLine => {
  const head = `{"header":${JSON.stringify(header)}`;
  const sum = sums.digest(head);
  return { line: `${withCrc(head + sumPart(sum), sums)}\n`, sum };
};

/**
 * One commit as one line. Texts lie only in `clear`, behind the part that `sum` covers, so that a redaction can take
 * them away without breaking the chain; the summed part holds their digests, salted so that a short text cannot be guessed.
 * @param salt a fresh random text for every call
 */
export const sealLine = (commit: Commit, pathsOf: PathsOf, salt: () => string, sums: LineSums): SealedLine => {
  const clearSums: ClearSum[] = [];
  const clear: string[] = [];
  const events = commit.events.map((event, index) => {
    const { bare, texts } = takeTexts(event, pathsOf(event.type));
    for (const { at, text } of texts) {
      const item = JSON.stringify([salt(), text]);
      clear.push(item);
      clearSums.push({ at: [index, ...at], sum: sums.digest(item) });
    }
    return bare;
  });
  const head = `{"commit":${JSON.stringify({ ...commit, events, clearSums })}`;
  const sum = sums.digest(head);
  return { line: `${withCrc(head + sumPart(sum) + clearPart(clear), sums)}\n`, sum };
};

export interface LineOpening {
  /** `full` when left out. */
  readonly check?: LineCheck;
  /** The sums of the line without that end; a caller that has the bytes can spare encoding them again. */
  readonly sumsBefore?: LineSums;
  /** The line before, when it is known: texts that are equal in both are kept once. */
  readonly before?: LoadedCommit | undefined;
}

/** Reads one line without its line feed. Never throws: whatever cannot be proved whole is a fault. */
export const openLine = (
  line: string,
  sums: LineSums,
  { check = 'full', sumsBefore = sumsOfBeginning(line, sums), before }: LineOpening = {},
): Result<OpenedLine, LineFault> => {
  const crcEnd = line.slice(-crcLength);
  if (statedCrc(crcEnd) !== sumsBefore.crc(crcEnd)) return damaged('its check does not fit its content');
  const parsed = parse(line);
  if (!isRecord(parsed)) return damaged('it is not JSON');
  const { sum } = parsed;
  if (typeof sum !== 'string') return damaged('it has no sum');
  /** Comparing with the only valid form finds what a parser forgives: spaces, escapes, doubled keys, trailing bytes. */
  const isSealed = (end: string) => line.endsWith(end) && sumsBefore.digest(end) === sum;
  if (parsed.header !== undefined)
    return check === 'quick' || isSealed(sumPart(sum) + crcEnd) ? openHeader(parsed.header, sum) : unsealed;
  const { clear } = parsed;
  if (!isClear(clear)) return damaged('its texts are not a list');
  if (check === 'quick') return openCommit(parsed.commit, sum, clear, before);
  const items = clear.map((item) => JSON.stringify(item));
  if (!isSealed(sumPart(sum) + clearPart(items) + crcEnd)) return unsealed;
  return openCommit(
    parsed.commit,
    sum,
    clear,
    before,
    (index, expected) => sums.digest(items[index] ?? '') === expected,
  );
};

/**
 * The same line with null for every text of `events`, or null when it holds none of them. The sum stays: it never
 * covered the texts themselves.
 */
export const blankLine = (line: string, events: ReadonlySet<EventId>, sums: LineSums): string | null => {
  const opened = openLine(line, sums);
  if (!opened.ok || opened.value.kind === 'header') return null;
  const { commit, clear } = parse(line) as { commit: RawCommit; clear: ClearItem[] };
  const oldItems = clear.map((item) => JSON.stringify(item));
  const items = oldItems.map((item, index) => (events.has(eventOf(commit, index)) ? 'null' : item));
  if (items.every((item, index) => item === oldItems[index])) return null;
  const kept = line.slice(0, line.length - crcLength - clearPart(oldItems).length);
  return withCrc(kept + clearPart(items), sums);
};

const sumsOfBeginning = (line: string, { digest, crc }: LineSums): LineSums => ({
  digest: (end) => digest(line.slice(0, line.length - end.length)),
  crc: (end) => crc(line.slice(0, line.length - end.length)),
});

type RawCommit = Commit & { readonly clearSums: readonly ClearSum[] };

const openHeader = (header: unknown, sum: string): Result<OpenedLine, LineFault> => {
  if (!isRecord(header) || header.format !== 'holdfast-journal') return damaged('it is the header of another format');
  if (isNewer(header.v)) return newer(header.v);
  if (typeof header.incident !== 'string' || typeof header.writer !== 'string')
    return damaged('its header names no incident or writer');
  return ok({ kind: 'header', header: header as unknown as JournalHeader, sum });
};

const openCommit = (
  raw: unknown,
  sum: string,
  clear: readonly ClearItem[],
  before: LoadedCommit | undefined,
  isText: (index: number, sum: string) => boolean = () => true,
): Result<OpenedLine, LineFault> => {
  if (isRecord(raw) && isNewer(raw.v)) return newer(raw.v);
  if (!isCommit(raw)) return damaged('its fields are not those of a commit');
  const { clearSums } = raw;
  const commit = commitOf(raw, before);
  if (clearSums.length !== clear.length) return damaged('texts were added or taken away');
  const blanked = new Set<EventId>();
  for (let index = 0; index < clear.length; index += 1) {
    const item = clear[index];
    const place = clearSums[index];
    if (!place || item === undefined) return damaged('texts were added or taken away');
    if (item !== null && !isText(index, place.sum)) return damaged('one of its texts was changed');
    if (!putText(commit.events, place.at, item === null ? redactedText : item[1]))
      return damaged('one of its texts has no place');
    if (item === null) blanked.add(eventOf(raw, index));
  }
  return ok({ kind: 'commit', loaded: blanked.size ? { commit, sum, blanked: [...blanked] } : { commit, sum } });
};

const isCommit = (value: unknown): value is RawCommit => isCommitShape(value);

// Spelled out: copying all but one property of every line takes as long as parsing it.
const commitOf = (raw: RawCommit, before: LoadedCommit | undefined): Commit => ({
  v: raw.v,
  incident: shared(raw.incident, before?.commit.incident),
  writer: shared(raw.writer, before?.commit.writer),
  seq: raw.seq,
  prev: shared(raw.prev, before?.sum),
  heads: raw.heads,
  command: raw.command,
  by: raw.by,
  recordedAt: raw.recordedAt,
  zone: shared(raw.zone, before?.commit.zone),
  boot: shared(raw.boot, before?.commit.boot),
  monoMs: raw.monoMs,
  events: raw.events,
});

/** One text in place of a hundred thousand equal ones is less to keep, and less to move at every garbage collection. */
const shared = <Text extends string>(text: Text, before: Text | undefined): Text => (text === before ? before : text);

const sumPart = (sum: string) => `,"sum":${JSON.stringify(sum)}`;
const clearPart = (items: readonly string[]) => `,"clear":[${items.join(',')}]`;
const crcPart = (crc: number) => `${lineMark}${crc.toString(16).padStart(8, '0')}"}`;
const crcLength = crcPart(0).length;
const crcForm = /^,"crc":"[0-9a-f]{8}"\}$/;
/** As a number: making the digits of the right one, to compare them, takes as long as the CRC itself. */
const statedCrc = (end: string) => (crcForm.test(end) ? Number.parseInt(end.slice(-10, -2), 16) : Number.NaN);
/** `crc` covers every byte before it, the texts too: one look tells whether a line is as it was written. */
const withCrc = (body: string, { crc }: LineSums) => body + crcPart(crc(body));

const eventOf = (commit: RawCommit, clearIndex: number): EventId => {
  const event: StoredEvent | undefined = commit.events[Number(commit.clearSums[clearIndex]?.at[0])];
  return (event?.id ?? '') as EventId;
};

const isClear = (value: unknown): value is ClearItem[] =>
  Array.isArray(value) &&
  value.every(
    (item) =>
      item === null ||
      (Array.isArray(item) && item.length === 2 && typeof item[0] === 'string' && typeof item[1] === 'string'),
  );

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const isNewer = (v: unknown) => typeof v === 'number' && v > lineVersion;
const damaged = (why: string) => err<LineFault>({ kind: 'damaged', why });
const newer = (v: unknown) =>
  err<LineFault>({ kind: 'newer', why: `it is in format ${v}, this version reads ${lineVersion}` });
const unsealed = damaged('its sum does not fit its content, or it is not in the form that Holdfast writes');

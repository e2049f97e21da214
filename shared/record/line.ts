import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Commit, LoadedCommit } from './commit.ts';
import { redactedText, type StoredEvent, type TextPath } from './event.ts';
import { putText, type TextPlace, takeTexts } from './event-texts.ts';
import type { EventId, IncidentId, WriterId } from './ids.ts';
import { isCommitShape } from './line-shape.ts';

/** SHA-256 over the UTF-8 bytes of `text`, as 64 lower-case hex digits. */
export type Digest = (text: string) => string;
export type PathsOf = (eventType: string) => readonly TextPath[];
/** The line format that this version writes. */
export const lineVersion = 1;

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

type SumWithout = (end: string) => string;
interface ClearSum {
  readonly at: TextPlace;
  readonly sum: string;
}
type ClearItem = readonly [salt: string, text: string] | null;

/** The first line of a journal file. `sum` covers every byte before `,"sum"`. */
export const sealHeader = (header: JournalHeader, digest: Digest): SealedLine => {
  const head = `{"header":${JSON.stringify(header)}`;
  const sum = digest(head);
  return { line: `${head},"sum":"${sum}"}\n`, sum };
};

/**
 * One commit as one line. Texts lie only in `clear`, behind the part that `sum` covers, so that a redaction can take
 * them away without breaking the chain; the summed part holds their digests, salted so that a short text cannot be guessed.
 * @param salt a fresh random text for every call
 */
export const sealLine = (commit: Commit, pathsOf: PathsOf, salt: () => string, digest: Digest): SealedLine => {
  const clearSums: ClearSum[] = [];
  const clear: string[] = [];
  const events = commit.events.map((event, index) => {
    const { bare, texts } = takeTexts(event, pathsOf(event.type));
    for (const { at, text } of texts) {
      const item = JSON.stringify([salt(), text]);
      clear.push(item);
      clearSums.push({ at: [index, ...at], sum: digest(item) });
    }
    return bare;
  });
  const head = `{"commit":${JSON.stringify({ ...commit, events, clearSums })}`;
  const sum = digest(head);
  return { line: `${head}${tail(sum, clear)}\n`, sum };
};

/**
 * Reads one line without its line feed. Never throws: whatever cannot be proved whole is a fault.
 * @param sumWithout the sum of the line without that end; a caller that has the bytes can spare encoding them again
 */
export const openLine = (
  line: string,
  digest: Digest,
  sumWithout: SumWithout = (end) => digest(line.slice(0, line.length - end.length)),
): Result<OpenedLine, LineFault> => {
  const parsed = parse(line);
  if (!isRecord(parsed)) return damaged('it is not JSON');
  const { sum } = parsed;
  if (typeof sum !== 'string') return damaged('it has no sum');
  if (parsed.header !== undefined) return openHeader(line, parsed.header, sum, sumWithout);
  const { clear } = parsed;
  if (!isClear(clear)) return damaged('its texts are not a list');
  const items = clear.map((item) => JSON.stringify(item));
  const found = checkSum(line, tail(sum, items), sum, sumWithout);
  if (found) return damaged(found);
  return openCommit(parsed.commit, sum, clear, items, digest);
};

/**
 * The same line with null for every text of `events`, or null when it holds none of them. The sum stays: it never
 * covered the texts themselves.
 */
export const blankLine = (line: string, events: ReadonlySet<EventId>, digest: Digest): string | null => {
  const opened = openLine(line, digest);
  if (!opened.ok || opened.value.kind === 'header') return null;
  const { commit, sum, clear } = parse(line) as { commit: RawCommit; sum: string; clear: ClearItem[] };
  const oldItems = clear.map((item) => JSON.stringify(item));
  const items = oldItems.map((item, index) => (events.has(eventOf(commit, index)) ? 'null' : item));
  if (items.every((item, index) => item === oldItems[index])) return null;
  return line.slice(0, line.length - tail(sum, oldItems).length) + tail(sum, items);
};

type RawCommit = Commit & { readonly clearSums: readonly ClearSum[] };

const openHeader = (
  line: string,
  header: unknown,
  sum: string,
  sumWithout: SumWithout,
): Result<OpenedLine, LineFault> => {
  const found = checkSum(line, `,"sum":${JSON.stringify(sum)}}`, sum, sumWithout);
  if (found) return damaged(found);
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
  items: readonly string[],
  digest: Digest,
): Result<OpenedLine, LineFault> => {
  if (isRecord(raw) && isNewer(raw.v)) return newer(raw.v);
  if (!isCommitShape(raw)) return damaged('its fields are not those of a commit');
  const { clearSums, ...commit } = raw as unknown as RawCommit;
  if (clearSums.length !== clear.length) return damaged('texts were added or taken away');
  const blanked = new Set<EventId>();
  for (let index = 0; index < clear.length; index += 1) {
    const item = clear[index];
    const place = clearSums[index];
    if (!place || item === undefined) return damaged('texts were added or taken away');
    if (item !== null && digest(items[index] ?? '') !== place.sum) return damaged('one of its texts was changed');
    if (!putText(commit.events, place.at, item === null ? redactedText : item[1]))
      return damaged('one of its texts has no place');
    if (item === null) blanked.add(eventOf(raw as unknown as RawCommit, index));
  }
  return ok({ kind: 'commit', loaded: blanked.size ? { commit, sum, blanked: [...blanked] } : { commit, sum } });
};

// Comparing with the only valid form finds what a parser forgives: spaces, escapes, doubled keys, trailing bytes.
const checkSum = (line: string, expectedTail: string, sum: string, sumWithout: SumWithout): string | null => {
  if (!line.endsWith(expectedTail)) return 'its end is not in the form that Holdfast writes';
  return sumWithout(expectedTail) === sum ? null : 'its sum does not fit its content';
};

const tail = (sum: string, items: readonly string[]) => `,"sum":${JSON.stringify(sum)},"clear":[${items.join(',')}]}`;

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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isNewer = (v: unknown) => typeof v === 'number' && v > lineVersion;
const damaged = (why: string) => err<LineFault>({ kind: 'damaged', why });
const newer = (v: unknown) =>
  err<LineFault>({ kind: 'newer', why: `it is in format ${v}, this version reads ${lineVersion}` });

import type { EventId } from '../../shared/record/ids.ts';
import { blankLine, openLine } from '../../shared/record/line.ts';
import type { ContentSums } from './content-sums.ts';
import { longestLine, splitAtLineStarts } from './journal-bytes.ts';

const lineFeed = 10;
/** Behind it lie the texts of a line; a text itself cannot hold it, its quotes are escaped. */
const textsMark = '"clear":[';

/** What a redaction takes out. */
export interface Redacting {
  readonly events: ReadonlySet<EventId>;
  /**
   * The texts of these events, as far as they can still be read somewhere: damage may have taken the event's id. Asked for
   * only where there is damage, since it means reading everything.
   */
  readonly texts: () => readonly string[];
}

/** Where the texts themselves are not known: damage is searched for the ids of their events alone. */
export const noTexts = (): readonly string[] => [];

/**
 * The bytes of a journal with null for every text of these events, line by line; null when nothing changes. Damage stays
 * as it is, but for the texts: a line that was refused when the disk was full names the same event as its repetition.
 */
export const blankBytes = (bytes: Buffer, redacting: Redacting, sums: ContentSums): Buffer | null => {
  if (redacting.events.size === 0) return null;
  const parts: Buffer[] = [];
  let isChanged = false;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed < 0 ? bytes.length : feed;
    const piece = bytes.subarray(start, end);
    const blanked = blankPiece(piece, redacting, sums);
    isChanged ||= blanked !== null;
    parts.push(blanked ?? piece, bytes.subarray(end, feed < 0 ? end : end + 1));
    start = end + 1;
  }
  return isChanged ? Buffer.concat(parts) : null;
};

/** A piece is a line, or several when the byte between them was hit. */
const blankPiece = (piece: Buffer, redacting: Redacting, sums: ContentSums): Buffer | null => {
  if (isWholeLine(piece, sums)) return toBytes(blankLine(piece.toString('utf8'), redacting.events, sums));
  const parts: Buffer[] = [];
  let isChanged = false;
  for (const [, part] of splitAtLineStarts(piece)) {
    const blanked = blankPart(part, redacting, sums);
    isChanged ||= blanked !== null;
    parts.push(blanked ?? part);
  }
  return isChanged ? Buffer.concat(parts) : null;
};

const blankPart = (part: Buffer, { events, texts }: Redacting, sums: ContentSums): Buffer | null => {
  const whole = [part, part.subarray(0, -1)].find((each) => isWholeLine(each, sums));
  if (whole) {
    const blanked = toBytes(blankLine(whole.toString('utf8'), events, sums));
    return blanked && Buffer.concat([blanked, part.subarray(whole.length)]);
  }
  const cut = whereTextsBegin(part, events, texts);
  return cut < 0 || cut === part.length ? null : part.subarray(0, cut);
};

/** What is longer is damage to whoever reads it; half a gigabyte would fit into no text. */
const isWholeLine = (piece: Buffer, sums: ContentSums): boolean =>
  piece.length <= longestLine && openLine(piece.toString('utf8'), sums).ok;

/** From where on a damaged line holds what is redacted; -1 when it does not. */
const whereTextsBegin = (part: Buffer, events: ReadonlySet<EventId>, texts: Redacting['texts']): number => {
  const mark = part.indexOf(textsMark);
  if (mark >= 0 && [...events].some((event) => part.includes(`"${event}"`))) return mark + textsMark.length;
  const places = texts()
    .map((text) => part.indexOf(`${JSON.stringify(text)}]`))
    .filter((place) => place >= 0);
  return places.length > 0 ? Math.min(...places) : -1;
};

const toBytes = (line: string | null) => (line === null ? null : Buffer.from(line));

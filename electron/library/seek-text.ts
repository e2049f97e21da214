import { isUtf8 } from 'node:buffer';

/** `unreadable`: compressed, encrypted or not text, so nobody can say by looking. */
export type Sought = 'found' | 'not-found' | 'unreadable';

/**
 * Whether bytes hold one of the texts, in whatever way a program may have written it: in another encoding, with the
 * escapes of JSON, HTML, Markdown or CSV, or with other white space. Rather one file too many than one too few: a
 * person looks at what was found.
 */
export const seekTexts = (bytes: Uint8Array, texts: readonly string[]): Sought => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = toText(content);
  if (text !== null) return holdsOneOf(text, texts) ? 'found' : 'not-found';
  return texts.some((each) => encodingsOf(each).some((encoded) => content.includes(encoded))) ? 'found' : 'unreadable';
};

/** As `seekTexts`, for what is text already. */
export const holdsOneOf = (text: string, texts: readonly string[]): boolean => {
  const readings = readingsOf(text);
  const letters = readings.map(lettersOf);
  return texts.some((wanted) => {
    const sought = lettersOf(wanted);
    if (sought.length < fewestLetters) return readings.some((reading) => holdsWord(reading, wanted));
    return letters.some((reading) => reading.includes(sought));
  });
};

/** Fewer letters and digits than that turn up by chance in any long text, in the sums of a journal for one. */
const fewestLetters = 8;

/** Standing by itself, not inside another word; whatever marks stand between its parts. */
const holdsWord = (text: string, word: string): boolean => {
  const parts = word.match(/[\p{L}\p{N}]+/gu);
  return parts === null
    ? text.includes(word)
    : new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'iu').test(text);
};

const encodingsOf = (text: string): readonly Buffer[] => {
  const little = Buffer.from(text, 'utf16le');
  return [Buffer.from(text), little, Buffer.from(little).swap16()];
};

const toText = (content: Buffer): string | null => {
  if (content[0] === 0xff && content[1] === 0xfe) return content.toString('utf16le');
  if (content[0] === 0xfe && content[1] === 0xff)
    return Buffer.from(content.subarray(0, content.length - (content.length % 2)))
      .swap16()
      .toString('utf16le');
  // Zero bytes are valid UTF-8, and a mark of a binary file.
  return isUtf8(content) && !content.includes(0) ? content.toString('utf8') : null;
};

/** Letters and digits alone: what escapes, quotes, wrapping and Markdown put between them does not count. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The text itself, and as a reader of JSON (also inside JSON) or of HTML would see it. */
const readingsOf = (text: string): readonly string[] => {
  const json = text.includes('\\') ? unescapeJson(text) : text;
  const html = unescapeHtml(text.replace(/<[^<>]{1,500}>/g, ' '));
  return [...new Set([text, json, json.includes('\\') ? unescapeJson(json) : json, html])];
};

const unescapeJson = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|(["\\/])|[nrtbf])/gi, (_, hex: string | undefined, itself: string | undefined) =>
    hex === undefined ? (itself ?? ' ') : String.fromCharCode(Number.parseInt(hex, 16)),
  );

const unescapeHtml = (text: string): string =>
  text
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp);/g, ' ')
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex: string | undefined, decimal: string) =>
      toCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    );

const toCharacter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

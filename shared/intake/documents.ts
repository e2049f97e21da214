import { parseJson } from './parse-json.ts';
import { excerptOf } from './plain-text.ts';
import type { Skipped } from './proposed-entry.ts';

/** One file as text; `name` is for people, and for the date of a log that has none. */
export interface ForeignFile {
  readonly name: string;
  readonly text: string;
  /** Its path in the archive that is imported; left out for a file by itself. */
  readonly inside?: string;
  /** Why its bytes could not be made text, which is empty then. */
  readonly fault?: string;
}

/** One JSON value of a file: the whole of it, an element of its list, or a line. */
export interface JsonDocument {
  readonly value: unknown;
  /** "item 3" of a list, "line 12"; empty for a file that is one document. */
  readonly where: string;
  readonly line?: number;
  readonly file: string;
}

/** Documents, lines and findings of one import: what a preview can show, and a memory hold. */
export const maxItems = 200_000;

/** What a file is made of. `broken`: its bytes are no text, or it begins like JSON and is none. */
export type OpenedFile =
  | { readonly kind: 'json'; readonly documents: readonly JsonDocument[]; readonly skipped: readonly Skipped[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'too-many' };

/** Takes JSON apart, however the file is named: one document, a list of them, or one a line. */
export const openFile = (file: ForeignFile): OpenedFile => {
  if (file.fault !== undefined) return { kind: 'broken', why: file.fault };
  const whole = /^\s*[[{]/.test(file.text) ? parseJson(file.text) : undefined;
  if (whole?.ok) {
    const documents = elementsOf(whole.value, file);
    return documents.length > maxItems ? { kind: 'too-many' } : { kind: 'json', documents, skipped: [] };
  }
  if (hasManyLines(file.text)) return { kind: 'too-many' };
  if (!whole) return { kind: 'text' };
  const lines = linesOf(file);
  return lines.documents.length > 0
    ? { kind: 'json', ...lines }
    : { kind: 'broken', why: `it begins like JSON and cannot be read: ${whole.error}` };
};

const elementsOf = (value: unknown, { name, inside }: ForeignFile): readonly JsonDocument[] =>
  Array.isArray(value)
    ? value.map((element, index) => ({ value: element, where: within(inside, `item ${index + 1}`), file: name }))
    : [{ value, where: inside ?? '', file: name }];

/** Only a file whose first line is an object by itself has a document a line: else it is one that was cut off. */
const linesOf = ({ text, name, inside }: ForeignFile) => {
  const documents: JsonDocument[] = [];
  const skipped: Skipped[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const where = within(inside, `line ${index + 1}`);
    const parsed = parseJson(content);
    if (parsed.ok && typeof parsed.value === 'object') {
      documents.push({ value: parsed.value, where, line: index + 1, file: name });
      continue;
    }
    if (documents.length === 0) break;
    skipped.push({ where, why: 'it is no whole JSON object', text: excerptOf(content) });
  }
  return { documents, skipped };
};

/** `line 3, reply 2`; the inner place alone where the outer one is the whole file. */
const within = (outer: string | undefined, inner: string): string =>
  outer ? (inner === '' ? outer : `${outer}, ${inner}`) : inner;

/** Counted before they are taken apart. */
const hasManyLines = (text: string): boolean => {
  let at = -1;
  for (let count = 0; count <= maxItems; count += 1) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return false;
  }
  return true;
};

/** The part of a finding that says where it stands. */
export const placed = (document: JsonDocument, inner = '') => ({
  where: within(document.where, inner) || 'the whole file',
  ...(document.line === undefined ? {} : { line: document.line }),
});

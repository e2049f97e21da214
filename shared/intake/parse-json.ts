import { reasonOf } from '../kernel/reason-of.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/**
 * As `JSON.parse`, but whole numbers of 16 digits and more become texts: nanoseconds (19 digits) do not fit into a
 * number, and would silently become other ones. The error is the parser's reason.
 */
export const parseJson = (text: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(/\d{16}/.test(text) ? quoteLongNumbers(text) : text));
  } catch (error) {
    return err(reasonOf(error));
  }
};

const quoteOrLongNumber = /"|(?<![\w.+-])-?\d{16,}(?![\d.eE])/g;

const quoteLongNumbers = (text: string): string => {
  const pieces: string[] = [];
  let copied = 0;
  quoteOrLongNumber.lastIndex = 0;
  for (;;) {
    const found = quoteOrLongNumber.exec(text);
    if (!found) break;
    if (found[0] === '"') {
      quoteOrLongNumber.lastIndex = endOfString(text, found.index);
      continue;
    }
    pieces.push(text.slice(copied, found.index), '"', found[0], '"');
    copied = found.index + found[0].length;
  }
  pieces.push(text.slice(copied));
  return pieces.join('');
};

/** Behind the closing quote of the string that opens at `open`. */
const endOfString = (text: string, open: number): number => {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
};

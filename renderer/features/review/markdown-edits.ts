/** What an editing command does to a text: replace one range, then select another. Offsets in UTF-16 units. */
export interface MarkdownEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** Selection in the text that results. */
  readonly anchor: number;
  readonly head: number;
}

const mark = '**';

/** Bold around the selection, or off again where it is on; an empty selection gets the marks with the cursor between. */
export const toggleBold = (text: string, from: number, to: number): MarkdownEdit => {
  const chosen = text.slice(from, to);
  if (chosen.length >= 4 && chosen.startsWith(mark) && chosen.endsWith(mark))
    return replaceWith(from, to, chosen.slice(2, -2));
  if (text.slice(from - 2, from) === mark && text.slice(to, to + 2) === mark)
    return { from: from - 2, to: to + 2, insert: chosen, anchor: from - 2, head: to - 2 };
  return { from, to, insert: `${mark}${chosen}${mark}`, anchor: from + 2, head: to + 2 };
};

/** A dash before every line of the selection, or none any more where all have one. Empty lines stay empty. */
export const toggleList = (text: string, from: number, to: number): MarkdownEdit => {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const lines = text.slice(start, end).split('\n');
  const full = lines.filter((line) => line.trim() !== '');
  const isList = full.length > 0 && full.every((line) => /^\s*[-*+] /.test(line));
  const isEmpty = full.length === 0;
  const insert = isEmpty
    ? '- '
    : lines
        .map((line) => {
          if (line.trim() === '') return line;
          return isList ? line.replace(/^(\s*)[-*+] /, '$1') : `- ${line}`;
        })
        .join('\n');
  const cursor = start + insert.length;
  return { from: start, to: end, insert, anchor: isEmpty || from === to ? cursor : start, head: cursor };
};

/** The selection becomes the words of a link, or its address where it is one; the missing half is selected. */
export const insertLink = (text: string, from: number, to: number): MarkdownEdit => {
  const chosen = text.slice(from, to);
  const isAddress = /^(?:https?:\/\/|mailto:)\S+$/i.test(chosen);
  const [words, address] = isAddress ? ['words', chosen] : [chosen || 'words', 'https://'];
  const insert = `[${words}](${address})`;
  const hasWords = !isAddress && chosen !== '';
  const anchor = from + (hasWords ? insert.length - 1 - address.length : 1);
  return { from, to, insert, anchor, head: anchor + (hasWords ? address.length : words.length) };
};

/** Text at the cursor in place of the selection, parted from its neighbours by one space. */
export const insertAtCursor = (text: string, from: number, to: number, inserted: string): MarkdownEdit => {
  const before = from > 0 && !/\s/.test(text.charAt(from - 1)) ? ' ' : '';
  const after = to < text.length && !/[\s.,;:!?)]/.test(text.charAt(to)) ? ' ' : '';
  return replaceWith(from, to, `${before}${inserted}${after}`, true);
};

/** Takes words out, and the space that would be left double. */
export const cutWords = (text: string, from: number, to: number): MarkdownEdit => {
  const isDouble = /\s|^$/.test(text.charAt(from - 1)) && text.charAt(to) === ' ';
  return replaceWith(from, isDouble ? to + 1 : to, '', true);
};

export const replaceWith = (from: number, to: number, insert: string, isAtEnd = false): MarkdownEdit => ({
  from,
  to,
  insert,
  anchor: isAtEnd ? from + insert.length : from,
  head: from + insert.length,
});

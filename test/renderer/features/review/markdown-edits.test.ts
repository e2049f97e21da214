import { describe, expect, it } from 'vitest';
import {
  cutWords,
  insertAtCursor,
  insertLink,
  type MarkdownEdit,
  replaceWith,
  toggleBold,
  toggleList,
} from '../../../../renderer/features/review/markdown-edits.ts';

const apply = (text: string, { from, to, insert }: MarkdownEdit) => text.slice(0, from) + insert + text.slice(to);
/** The text with its selection in angle brackets. */
const shown = (text: string, edit: MarkdownEdit) => {
  const after = apply(text, edit);
  return `${after.slice(0, edit.anchor)}<${after.slice(edit.anchor, edit.head)}>${after.slice(edit.head)}`;
};

describe('editing Markdown', () => {
  it('[RW6] bold goes on, keeps the words selected, and off again', () => {
    expect(shown('a flag went on', toggleBold('a flag went on', 2, 6))).toBe('a **<flag>** went on');
    expect(shown('a **flag** went on', toggleBold('a **flag** went on', 4, 8))).toBe('a <flag> went on');
    expect(shown('a **flag**', toggleBold('a **flag**', 2, 10))).toBe('a <flag>');
    expect(shown('', toggleBold('', 0, 0))).toBe('**<>**');
  });

  it('[RW6] a list takes whole lines, leaves empty ones, and goes off where every line has a dash', () => {
    const text = 'intro\none\n\ntwo';
    expect(apply(text, toggleList(text, 7, text.length))).toBe('intro\n- one\n\n- two');
    const list = '- one\n  - two';
    expect(apply(list, toggleList(list, 0, list.length))).toBe('one\n  two');
    expect(shown('', toggleList('', 0, 0))).toBe('- <>');
  });

  it('[RW6] a link asks for the half that is missing', () => {
    expect(shown('see graph', insertLink('see graph', 4, 9))).toBe('see [graph](<https://>)');
    const address = 'https://graphs.example/1';
    expect(shown(address, insertLink(address, 0, address.length))).toBe(`[<words>](${address})`);
  });

  it('[RW6] an entry is parted from words by one space and from a full stop by none', () => {
    expect(shown('was said.', insertAtCursor('was said.', 8, 8, '[[entry ann-7]]'))).toBe(
      'was said [[entry ann-7]]<>.',
    );
    expect(apply('was  said', insertAtCursor('was  said', 4, 4, 'X'))).toBe('was X said');
    expect(apply('', insertAtCursor('', 0, 0, 'X'))).toBe('X');
  });

  it('[RW7] cutting words leaves no double space; a name becomes its role', () => {
    expect(apply('by human error the lead', cutWords('by human error the lead', 3, 14))).toBe('by the lead');
    expect(apply('human error.', cutWords('human error.', 0, 11))).toBe('.');
    expect(apply('Ann saw it', replaceWith(0, 3, 'the Incident Commander'))).toBe('the Incident Commander saw it');
  });
});

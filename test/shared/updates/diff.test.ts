import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiffPart, diffSentences, diffWords } from '../../../shared/updates/diff.ts';

const side = (parts: readonly DiffPart[], other: 'added' | 'removed') =>
  parts
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

const words = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', ' ', '. ', '\n', 'Größe', '10:30', '🙂'), { maxLength: 40 })
  .map((list) => list.join(''));

describe('diff', () => {
  test('[TP13] marks the words that went and came', () => {
    expect(diffWords('Next update by 10:30 UTC.', 'Next update by 10:50 UTC.')).toEqual([
      { kind: 'same', text: 'Next update by ' },
      { kind: 'removed', text: '10:30' },
      { kind: 'added', text: '10:50' },
      { kind: 'same', text: ' UTC.' },
    ]);
  });

  test('[TP13] rewritten sentences are two rows, little changes one, new ones one', () => {
    const before =
      'A repair is in place and service is recovering. About 400 orders are late. We check. Next update by 10:30 UTC.';
    const after =
      'A repair is in place and payments have gone through normally since 10:25 UTC. Orders delayed have been completed. Some may see two charges. We check. Next update by 10:50 UTC.';
    const rows = diffSentences(before, after);
    expect(rows.map(({ kind }) => kind)).toEqual(['removed', 'added', 'removed', 'added', 'added', 'same', 'changed']);
  });

  test('[TP13] words and rows rebuild both texts', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffWords(before, after);
        expect([side(parts, 'added'), side(parts, 'removed')]).toEqual([before, after]);
        const rows = diffSentences(before, after);
        const rowSide = (other: 'added' | 'removed') =>
          rows.flatMap((row) => (row.kind === other ? [] : [side(row.parts, other)])).join('');
        expect([rowSide('added'), rowSide('removed')]).toEqual([before, after]);
      }),
    );
  });

  test('[TP13] texts too long for a table are shown whole', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(2_500));
    const parts = diffWords(before ?? '', after ?? '');
    expect([side(parts, 'added'), side(parts, 'removed')]).toEqual([before, after]);
  });
});

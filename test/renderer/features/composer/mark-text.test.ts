import { describe, expect, it } from 'vitest';
import { applyFix, markText } from '../../../../renderer/features/composer/mark-text.ts';
import { draftUpdate } from '../../../../shared/updates/draft.ts';
import { declared, time, world } from '../../../support/updates-world.ts';

const rendered = draftUpdate(world([declared()]), 'public', time('09:12'))?.rendered;

describe('marks in a draft', () => {
  it('[CM1] the pieces make the text, and facts are marked where they stand', () => {
    const text = rendered?.text ?? '';
    const pieces = markText(text, rendered, []);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ isFact }) => isFact).map((piece) => piece.text)).toEqual([
      'Checkout',
      'errors or delays',
      '09:30 UTC',
    ]);
  });

  it('[CM1] facts are found again after an edit, and not where they were taken out', () => {
    const pieces = markText('Checkout is slow. Next update by 09:30 UTC.', rendered, []);
    expect(pieces.filter(({ isFact }) => isFact).map((piece) => piece.text)).toEqual(['Checkout', '09:30 UTC']);
  });

  it('[CM2] a problem carries its number at its end, also across a fact', () => {
    const pieces = markText('Checkout is slow.', rendered, [
      { code: 'x', message: 'no place' },
      { code: 'y', message: 'here', range: { start: 0, end: 11 } },
    ]);
    expect(pieces.map(({ text, isFact, isProblem, numbers }) => [text, isFact, isProblem, numbers])).toEqual([
      ['Checkout', true, true, []],
      [' is', false, true, [2]],
      [' slow.', false, false, []],
    ]);
  });

  it('[CM3] words that are removed leave clean spaces', () => {
    expect(applyFix('We refund within the hour. Sorry.', { start: 10, end: 25 }, '')).toBe('We refund. Sorry.');
    expect(applyFix('Maybe we know it.', { start: 0, end: 5 }, '')).toBe('we know it.');
    expect(applyFix('by 10:30 CET', { start: 3, end: 12 }, '10:30 UTC')).toBe('by 10:30 UTC');
  });
});

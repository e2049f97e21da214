import { describe, expect, it } from 'vitest';
import { byText } from '../../../shared/kernel/by-text.ts';

describe('ordering by a text', () => {
  it('goes by code unit, and leaves equal items as they stood', () => {
    const items = [
      { at: 'b', n: 1 },
      { at: 'a', n: 2 },
      { at: 'b', n: 3 },
      { at: 'B', n: 4 },
      { at: 'a', n: 5 },
    ];
    expect(items.toSorted(byText(({ at }) => at)).map(({ n }) => n)).toEqual([4, 2, 5, 1, 3]);
    expect(byText<string>((text) => text)('a', 'a')).toBe(0);
  });
});

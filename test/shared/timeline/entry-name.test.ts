import { expect, it } from 'vitest';
import { formatEntryName } from '../../../shared/timeline/entry-name.ts';

it('[TL26] a name reads tag-number, and the number alone without a tag', () => {
  expect(formatEntryName({ tag: 'ann', n: 7 })).toBe('ann-7');
  expect(formatEntryName({ tag: '', n: 7 })).toBe('7');
});

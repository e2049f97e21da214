import { expect, it } from 'vitest';
import { linesOf, unrecordedText } from '../../../../renderer/features/entry/unsent-text.ts';

it('[EL1] the draft holds every line that is not on disk, with its kind', () => {
  const unsent = [{ text: 'check the disk', kind: 'task' }];
  expect(unrecordedText(unsent, { text: 'errors', kind: 'observation' })).toBe('!task check the disk\n!obs errors');
});

it('[EL1] nothing left to record is an empty draft, which removes it', () => {
  expect(unrecordedText([], { text: '  ', kind: 'task' })).toBe('');
});

it('[EL2] a pasted text is split into the lines that say anything', () => {
  expect(linesOf(' 10:01 a \r\n\r\n10:02 b\n   \nc')).toEqual(['10:01 a', '10:02 b', 'c']);
});

import { expect, it } from 'vitest';
import { linesOf, unrecordedText, withoutRecorded } from '../../../../renderer/features/entry/unsent-text.ts';

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

it('[AF12] of a draft, what turned out to be recorded does not come back', () => {
  const isRecorded = (words: string) => ['errors at 12 %', 'two lines\nas one entry'].includes(words);
  expect(withoutRecorded('10:02 !obs errors at 12 %\nhalf a thou', isRecorded)).toBe('half a thou');
  expect(withoutRecorded('!task check the disk\n!obs errors at 12 %', isRecorded)).toBe('!task check the disk');
  expect(withoutRecorded('two lines\nas one entry', isRecorded)).toBe('');
  expect(withoutRecorded('errors at 12 %, still\n\nmore', isRecorded)).toBe('errors at 12 %, still\n\nmore');
});

import { expect, test } from 'vitest';
import { beginningOf, wordsOfLine } from '../../../renderer/state/words-of-line.ts';

const salt = '256bba509d04f14d2ad8e8ea60e99dba';
const line = (...texts: string[]) =>
  `{"commit":{"v":1,"events":[{"type":"EntryRecorded","text":null}]},"sum":"d4","clear":${JSON.stringify(texts.map((text) => [salt, text]))}}`;

test('[TB4] of a damaged line the words are shown, not the record around them', () => {
  expect(wordsOfLine(line('errors at 12 %'))).toBe('errors at 12 %');
  expect(wordsOfLine(line('said "stop"\nthen left', 'a reason'))).toBe('said "stop"\nthen left · a reason');
});

test('[TB4] a line that breaks off gives as many words as are left', () => {
  const whole = line('errors at 12 %');
  expect(wordsOfLine(whole.slice(0, whole.indexOf(' at')))).toBe('errors');
  expect(wordsOfLine(line('a\nb').slice(0, -6))).toBe('a');
  expect(wordsOfLine(line('a\u0001').slice(0, -6))).toBe('a\\u00');
  expect(wordsOfLine('{"commit":{"v":1,"inci')).toBe('');
  expect(wordsOfLine('512 zero bytes')).toBe('');
});

test('[AF15] of long words only the beginning stands on the timeline', () => {
  expect(beginningOf('errors at 12 %')).toBe('errors at 12 %');
  const long = 'and this '.repeat(600);
  expect(beginningOf(long).length).toBeLessThan(210);
  expect(beginningOf(long)).toMatch(/^and this .*…$/);
});

import { expect, test } from 'vitest';
import { recordWords } from '../../../../renderer/features/status/record-words.ts';

test.each([
  [0, { events: 30 }, '30 events, all on disk'],
  [0, { events: 1 }, '1 event, all on disk'],
  [2, { events: 30 }, '2 recording'],
  [0, undefined, 'No incident is shown here'],
  [1, undefined, '1 recording'],
] as const)('[TB15] %i on their way and %o shown: "%s"', (pending, shown, words) => {
  expect(recordWords(pending, shown)).toBe(words);
});

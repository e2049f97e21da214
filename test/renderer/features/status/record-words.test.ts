import { expect, test } from 'vitest';
import { recordWords } from '../../../../renderer/features/status/record-words.ts';

test.each([
  [0, { events: 30 }, false, '30 events, all on disk'],
  [0, { events: 1 }, false, '1 event, all on disk'],
  [0, { events: 1 }, true, '1 event shown'],
  [2, { events: 30 }, true, '2 recording'],
  [0, undefined, true, 'No incident is shown here'],
  [1, undefined, false, '1 recording'],
] as const)('[TB15] %i on their way, %o shown, unwritable %o: "%s"', (pending, shown, isUnwritable, words) => {
  expect(recordWords(pending, shown, isUnwritable)).toBe(words);
});

import { expect, test } from 'vitest';
import { restoredPlaybookWords, restoredWords } from '../../../shared/incident/restored-words.ts';

const nothing = { isNew: false, records: 0, files: 0, conflicts: 0, left: [] };

test.each([
  [{}, 'nothing new'],
  [{ isNew: true, records: 12 }, 'new, 12 records'],
  [{ records: 1, conflicts: 2 }, '1 new record, 2 contradictions to settle'],
  [{ files: 3 }, '3 new files'],
  [{ left: ['x'] }, 'nothing new, 1 file left out'],
])('[BU39] what came of an incident is said in words: %o', (given, words) => {
  expect(restoredWords({ ...nothing, ...given })).toBe(words);
});

test('[BU39] a playbook takes the place of none, and that is what is said', () => {
  expect(restoredPlaybookWords.taken).toBe(
    'This library had no playbook of its own: the one that came is in force here now.',
  );
  expect(restoredPlaybookWords.kept).toMatch(/stays in force\.$/);
});

import { expect, it } from 'vitest';
import { chainsOf } from '../../../electron/library/chains.ts';
import { aCommit } from '../../support/journal-builders.ts';

it('[JR43] each run has its chain: how much it wrote, its newest line, and the first that is bad', () => {
  const commits = [aCommit('a', 1), aCommit('b', 1), aCommit('a', 2)];
  const problems = [
    { file: 'a.jsonl', line: 7 },
    { file: 'a~0badcafe.jsonl', line: 4 },
    { file: 'gone.jsonl' },
    { file: '', line: 1 },
  ];
  expect(chainsOf(commits, problems)).toEqual([
    { writer: 'a', commits: 2, events: 2, head: { seq: 2, sum: 'sum a2' }, firstBadLine: 4 },
    { writer: 'b', commits: 1, events: 1, head: { seq: 1, sum: 'sum b1' }, firstBadLine: null },
    { writer: 'gone', commits: 0, events: 0, head: null, firstBadLine: null },
  ]);
});

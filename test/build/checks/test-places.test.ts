import { expect, test } from 'vitest';
import { findMisplaced } from '../../../build/checks/test-places.ts';

const exists = (path: string) => path === 'shared/kernel/instant';

test('a test lies where its source lies; a part of its name may say more', () => {
  const tests = ['test/shared/kernel/instant.test.ts', 'test/shared/kernel/instant.leap-years.test.ts'];
  expect(findMisplaced(tests, exists)).toEqual([]);
});

test('a test of nothing is named, and so is a folder that mirrors nothing', () => {
  expect(findMisplaced(['test/shared/kernel/moment.test.ts'], exists)).toHaveLength(1);
  expect(findMisplaced(['test/misc/instant.test.ts'], exists)).toHaveLength(1);
});

test('end-to-end tests lie in their own folder', () => {
  expect(findMisplaced(['test/e2e/story.e2e.ts', 'test/contract/journal.test.ts'], exists)).toEqual([]);
  expect(findMisplaced(['test/contract/journal.e2e.ts'], exists)).toHaveLength(1);
});

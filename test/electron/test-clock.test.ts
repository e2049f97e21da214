import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTestClock } from '../../electron/test-clock.ts';

test('[APP4] the test clock stands where its file says, and a file without an instant is refused', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'holdfast-clock-')), 'clock');
  writeFileSync(file, '2026-03-01T12:00:00.000Z\n');
  expect(readTestClock(file)).toBe('2026-03-01T12:00:00.000Z');
  writeFileSync(file, 'noon');
  expect(() => readTestClock(file)).toThrow(/holds no instant/);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdsOtherBytes } from '../../../electron/exports/holds-other-bytes.ts';

it('[EX26] only a file with another content, or one that cannot be judged, is in the way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-exports-'));
  const path = join(folder, 'review.md');
  const bytes = Buffer.from('the review');
  expect(await holdsOtherBytes(path, bytes)).toBe(false);
  writeFileSync(path, bytes);
  expect(await holdsOtherBytes(path, bytes)).toBe(false);
  writeFileSync(path, 'the review, with words of the team');
  expect(await holdsOtherBytes(path, bytes)).toBe(true);
  expect(await holdsOtherBytes(folder, bytes)).toBe(true);
  rmSync(folder, { recursive: true });
});

import { beforeAll, expect, test, vi } from 'vitest';
import type * as TextSize from '../../../renderer/state/text-size.ts';

let size: typeof TextSize;
beforeAll(async () => {
  vi.stubGlobal('document', { addEventListener: () => undefined, hidden: false });
  size = await import('../../../renderer/state/text-size.ts');
});

test('[VW1] text grows and shrinks in steps and stays at the ends', () => {
  expect(size.nextTextScale(1, 1)).toBe(1.25);
  expect(size.nextTextScale(1.3, 1)).toBe(1.5);
  expect(size.nextTextScale(1.3, -1)).toBe(1.25);
  expect(size.nextTextScale(2, 1)).toBe(2);
  expect(size.nextTextScale(1, -1)).toBe(1);
});

import { expect, test } from 'vitest';
import { findHeavyStart, type StartBundle } from '../../build/lean-start.ts';

const bundle = (imports: readonly string[]): StartBundle => ({
  'index.js': { isEntry: true, imports, moduleIds: ['/repo/renderer/main.tsx'] },
  'shared.js': { imports: ['schemas.js'], moduleIds: ['/repo/shared/record/occurrence.ts'] },
  'schemas.js': { imports: ['index.js'], moduleIds: ['/repo/node_modules/zod/v4/core/schemas.js'] },
  'style.css': {},
});

test('what an entry imports is read at the start, over however many steps and round every cycle', () => {
  expect(findHeavyStart(bundle(['shared.js']))).toEqual(['zod']);
});

test('what is fetched later is not', () => {
  expect(findHeavyStart(bundle([]))).toEqual([]);
});

test('a package is known by its folder on every system', () => {
  const modules = { isEntry: true, moduleIds: ['C:\\repo\\node_modules\\micromark\\index.js'] };
  expect(findHeavyStart({ 'index.js': modules })).toEqual(['micromark']);
});

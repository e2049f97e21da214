import { expect, test } from 'vitest';
import { findHeavyStart, type StartBundle } from '../../build/lean-start.ts';

const bundle = (imports: readonly string[]) => ({
  'index.js': {
    isEntry: true,
    imports,
    dynamicImports: ['schemas.js'],
    moduleIds: ['/repo/renderer/main.tsx', '/repo/node_modules/react-dom/client.js'],
  },
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
  const moduleIds = ['react-dom', 'micromark'].map((name) => `C:\\repo\\node_modules\\${name}\\index.js`);
  expect(findHeavyStart({ 'index.js': { isEntry: true, moduleIds } })).toEqual(['micromark']);
});

test('a bundle in which nothing can be found is no lean one', () => {
  const unnamed: StartBundle = { 'index.js': { isEntry: true, imports: [] } };
  expect(findHeavyStart(unnamed)).toEqual([expect.stringContaining('unknown')]);
});

import { expect, test } from 'vitest';
import { inShapeOf } from '../../../renderer/state/kept-value.ts';

const begin = { title: '', severity: null, noticed: { text: '' }, drill: false, tags: ['a'] };

test('[DLG20] what another version kept fills the fields that are known; the others are as they begin', () => {
  const kept = { title: 'Checkout fails', severity: 'SEV1', noticed: { text: '10:02', chosen: 'x' }, later: 'field' };
  expect(inShapeOf(begin, kept)).toEqual({ ...begin, ...kept });
  expect(inShapeOf(begin, { title: ['no', 'text'], noticed: 'early', drill: 'yes', tags: {} })).toEqual(begin);
  expect(inShapeOf(begin, { noticed: { text: 5 } }).noticed).toEqual({ text: '' });
  expect(inShapeOf(begin, { noticed: { at: '10:02' } }).noticed).toEqual({ text: '' });
});

test('[DLG20] a moment that was chosen does not come back once its text is another one', () => {
  const line = { at: { text: '10:02', chosen: '2026-03-02T10:02:00.000Z' }, reason: '' };
  expect(inShapeOf(line, { at: { text: '10:05' }, reason: '' }).at).toEqual({ text: '10:05' });
});

test.each([['text'], [7], [['list']], [undefined]])('[DLG20] %j in place of a whole form is none', (kept) => {
  expect(inShapeOf(begin, kept)).toEqual(begin);
});

test('[DLG20] a choice that begins open, and one that was opened again, are taken as kept', () => {
  expect(inShapeOf<string | null>(null, 'SEV1')).toBe('SEV1');
  expect(inShapeOf<string | null>('SEV1', null)).toBeNull();
  expect(inShapeOf('', 'words')).toBe('words');
  expect(inShapeOf(['a'], [])).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinLines } from '../../../shared/review/join-lines.ts';
import { table } from '../../../shared/review/mdast-nodes.ts';

test('lines become one, and white space that holds no line end stays as it is', () => {
  expect(joinLines('a \n\t\n  b  c\td\n')).toBe('a b  c\td ');
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '\u00a0') });
  fc.assert(fc.property(text, (value) => joinLines(value) === value.replaceAll(/\s*\n\s*/g, ' ')));
});

test('a run of spaces as long as a text can be takes no time, here and in a table of the review', () => {
  const spaces = `a${' '.repeat(65_000)}b`;
  const start = performance.now();
  expect(joinLines(spaces)).toBe(spaces);
  table([spaces], [[spaces]]);
  expect(performance.now() - start).toBeLessThan(500);
});

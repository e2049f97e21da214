import { expect, it } from 'vitest';
import { soughtTexts, takeOut, textsToTakeOut } from '../../../shared/record/redacted-text.ts';
import { aNote } from '../../support/journal-builders.ts';

it('[RX2] a redaction looks for the texts of its event, trimmed, the longest first, and for no scrap of a word', () => {
  expect(soughtTexts(['  card 4000 1234 ', 'yes', '4000', '', '[redacted]', '4000'])).toEqual([
    'card 4000 1234',
    '4000',
  ]);
  expect(textsToTakeOut(aNote('a', 'the secret'), [['text']])).toEqual(['the secret']);
  expect(textsToTakeOut(aNote('a', '[redacted]'), [['text']])).toEqual([]);
});

it('[RX2] the mark stands in place of the text, also inside JSON, and everything else stays', () => {
  const gone = ['said "no"\nand left'];
  expect(takeOut('He said "no"\nand left at 9', gone)).toBe('He [redacted] at 9');
  expect(JSON.parse(takeOut(JSON.stringify({ a: gone[0], b: 'b' }), gone))).toEqual({ a: '[redacted]', b: 'b' });
  expect(takeOut('nothing of it', gone)).toBe('nothing of it');
});

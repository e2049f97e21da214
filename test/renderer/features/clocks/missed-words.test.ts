import { expect, test } from 'vitest';
import { missedWords } from '../../../../renderer/features/clocks/missed-words.ts';

test('[STEP4] a missed step says what it lacks, and whether somebody chose so', () => {
  expect(missedWords({ step: 'identify', state: 'missed', lacks: 'identified' })).toBe('not identified');
  expect(missedWords({ step: 'failure', state: 'missed', lacks: 'failure' })).toBe('not recorded');
  expect(missedWords({ step: 'identify', state: 'missed', lacks: 'identified', isSkipped: true })).toBe('skipped');
  expect(missedWords({ step: 'identify', state: 'passed' })).toBeUndefined();
});

import { expect, test } from 'vitest';
import {
  emptyOption,
  letterOf,
  optionWords,
  toList,
  toOptions,
} from '../../../../renderer/features/decisions/option-words.ts';

test('[OPT1] an option reads with its worth, its cost and the way back', () => {
  expect(letterOf(1)).toBe('B');
  expect(optionWords({ text: 'Now', benefit: 'quick', risk: '1 in 20 wrong' })).toBe('Now: quick, but 1 in 20 wrong');
  expect(optionWords({ text: 'Wait', risk: 'loss', time: '40m', reversible: false })).toBe(
    'Wait: loss, 40m, cannot be undone',
  );
  expect(optionWords({ text: 'Go' })).toBe('Go');
});

test('[OPT2] empty options and fields stay out of the record', () => {
  expect(toOptions([emptyOption, { ...emptyOption, text: ' Now ', risk: ' ', reversible: 'yes' }])).toEqual([
    { text: 'Now', reversible: true },
  ]);
  expect(toList(' Ann, Bob ; Ann,')).toEqual(['Ann', 'Bob']);
});

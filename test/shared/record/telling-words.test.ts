import { expect, test } from 'vitest';
import { tellingWordIn } from '../../../shared/record/telling-words.ts';

const text = 'Customer Anna Nowak called. Card 4111 1111, "Payment" failed';

test.each([
  ['customer data: Anna Nowak card', 'Anna'],
  ['the card 4111', '4111'],
  ['customer name and card', undefined],
  // The beginning of a sentence is no name.
  ['Customer data', undefined],
  ['Card number', undefined],
  ['nowak', undefined],
  ['', undefined],
] as const)('[RX19] a reason that says "%s" repeats %s', (why, telling) => {
  expect(tellingWordIn(why, [text])).toBe(telling);
});

test('[RX19] names in any script are told from common words', () => {
  expect(tellingWordIn('о клиенте Иванова', ['звонила клиент Иванова'])).toBe('Иванова');
  expect(tellingWordIn('о клиент', ['звонила клиент Иванова'])).toBeUndefined();
});

import { expect, it } from 'vitest';
import { isSamePerson, tidyName } from '../../../shared/roles/same-person.ts';

it('[RO29] case, white space and the way an accent is encoded make no other person', () => {
  expect(isSamePerson(' Zo\u00eb  Lee', 'zoe\u0308 lee ')).toBe(true);
  expect(isSamePerson('Ann Lee', 'Ann Leeds')).toBe(false);
  expect(tidyName('  Ann \n Lee ')).toBe('Ann Lee');
});

import { expect, test } from 'vitest';
import { factWords } from '../../../renderer/features/composer/fact-words.ts';
import { situationFieldWords } from '../../../shared/updates/situation-words.ts';
import { situationFields } from '../../../shared/updates/updates-events.ts';

test('[TP17] a fact has one name, and no two facts share it', () => {
  for (const field of situationFields) expect([field, factWords[field]]).toEqual([field, situationFieldWords[field]]);
  expect(new Set(Object.values(situationFieldWords)).size).toBe(situationFields.length);
});

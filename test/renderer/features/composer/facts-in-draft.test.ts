import { expect, test } from 'vitest';
import { factsInDraft, missingIn, nothingToCheckWords } from '../../../../renderer/features/composer/facts-in-draft.ts';
import { filled, missing } from '../../../../shared/updates/fact.ts';

const known = filled('known', 'payments fail', 'situation board');
const unknown = missing('unknown', 'say', 'cause and extent', 'situation board');
const parts = [
  { kind: 'filled' as const, fact: known, start: 0, end: 13 },
  { kind: 'missing' as const, fact: unknown, start: 15, end: 31 },
];

test('[CM16] where nothing is to check in a text, what is not recorded is named', () => {
  const rendered = { text: 'payments fail. cause and extent', parts, missing: [unknown], blocked: [] };
  const facts = factsInDraft({ rendered, text: rendered.text, isEdited: false }, false);
  expect(facts).toEqual([known, unknown]);
  expect(nothingToCheckWords(missingIn(facts))).toBe(
    'Nothing to check in the text. 1 fact in it is not recorded, see below.',
  );
  expect(nothingToCheckWords(0)).toBe('Nothing to check.');
});

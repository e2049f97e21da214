import { expect, it } from 'vitest';
import { countWords, sizeWords, whyListed } from '../../../../renderer/features/residue/residue-words.ts';
import type { FoundResidue, Residue } from '../../../../shared/ipc/residue.ts';
import { at } from '../../../support/timeline-builders.ts';

const file = (given: Partial<Residue>): Residue => ({
  path: 'exports/review.md',
  bytes: 34_900,
  madeAt: at('09:00'),
  why: 'holds',
  canDelete: true,
  ...given,
});
const found = (given: Partial<FoundResidue> = {}): FoundResidue => ({
  lastAt: at('10:00'),
  lastUnknownAt: at('10:00'),
  files: [],
  ...given,
});

it('[RX13] a listed file says why: it holds the text, it may, or nobody can know any more', () => {
  expect(whyListed(file({}), found(), 'UTC')).toBe('It holds the text.');
  expect(whyListed(file({ why: 'unreadable' }), found(), 'UTC')).toMatch(/may hold.*nobody can look into it/);
  expect(whyListed(file({ why: 'made-before' }), found(), 'UTC')).toContain('before the redaction of 2 Mar 2026 10:00');
});

it('[RX13] what cannot be deleted says what to do', () => {
  expect(whyListed(file({ path: 'journal/a.jsonl', canDelete: false }), found(), 'UTC')).toContain(
    'redact that entry too',
  );
  expect(whyListed(file({ path: 'notes.txt', canDelete: false }), found(), 'UTC')).toContain('none of the files');
});

it('[RX13] sizes are cut and never nothing; no file is said in a sentence', () => {
  expect([1, 34_900, 12_900_000].map(sizeWords)).toEqual(['1 kB', '34 kB', '12 MB']);
  expect(countWords(found())).toMatch(/^No file/);
  expect(countWords(found({ files: [file({})] }))).toBe('One file to look at.');
});

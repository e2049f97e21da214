import { describe, expect, it } from 'vitest';
import { entryChoices, filterChoices, promptText } from '../../../../renderer/features/review/entry-choices.ts';
import { chosenFormats, fileName, formatsInWords } from '../../../../renderer/features/review/export-words.ts';
import { reviewRow } from '../../../support/review-builders.ts';

const at = '2026-03-02T09:00:00.000Z' as never;
const rows = [
  reviewRow('09:08', 'Support has nine tickets', { name: 'ann-7', kind: 'Observed' }),
  reviewRow('09:18', 'A flag went on', { name: 'ann-19' }),
  reviewRow('09:20', 'taken back', { name: 'ann-20', withdrawn: { reason: 'wrong', by: 'Ann Lee', at } }),
  reviewRow('09:32', 'Identified'),
];

describe('entries to point at', () => {
  it('[RW14] are those with a name that still hold, with their time in the shown zone', () => {
    const choices = entryChoices(rows, 'Europe/Berlin');
    expect(choices.map(({ name, clock }) => [name, clock])).toEqual([
      ['ann-7', '10:08'],
      ['ann-19', '10:18'],
    ]);
  });

  it('[RW14] are found by any words of name, time, kind and text, in any order', () => {
    const choices = entryChoices(rows, 'UTC');
    const found = (query: string) => filterChoices(choices, query).map(({ name }) => name);
    expect(found('TICKETS observed')).toEqual(['ann-7']);
    expect(found('09:18')).toEqual(['ann-19']);
    expect(found(' ')).toEqual(['ann-7', 'ann-19']);
    expect(found('nothing')).toEqual([]);
  });

  it('[RW14] a prompt brings its words, and the reference where it has one', () => {
    expect(promptText('09:08 Observed: nine tickets', 'ann-7')).toBe('09:08 Observed: nine tickets [[entry ann-7]]');
    expect(promptText('Nothing from 09:32', undefined)).toBe('Nothing from 09:32');
  });
});

describe('words of the export', () => {
  it('[RW15] formats stand in one order, whatever was ticked first', () => {
    expect(chosenFormats(new Set(['pdf', 'md']))).toEqual(['md', 'pdf']);
    expect(formatsInWords(['pdf', 'md', 'html'])).toBe('Markdown, HTML and PDF');
    expect(formatsInWords(['csv'])).toBe('CSV');
  });

  it('[RW15] a file is named by its last part with either slash', () => {
    expect(fileName('C:\\library\\exports\\review.pdf')).toBe('review.pdf');
    expect(fileName('/library/exports/review.pdf')).toBe('review.pdf');
  });
});

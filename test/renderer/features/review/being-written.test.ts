import { describe, expect, it } from 'vitest';
import { asBeingWritten } from '../../../../renderer/features/review/being-written.ts';
import type { OwnText, WritingState } from '../../../../renderer/features/review/section-writing.ts';
import type { IncidentId } from '../../../../shared/record/ids.ts';
import type { ReviewSection } from '../../../../shared/review/review-events.ts';
import { occurred, reviewSource } from '../../../support/review-builders.ts';
import { exampleOne } from '../../../support/worked-examples.ts';

const written = occurred('2026-03-12T17:00:00', {
  type: 'ReviewSectionWritten',
  section: 'summary',
  markdown: 'On record.',
});
const source = reviewSource([...exampleOne(), written], '2026-03-12T18:00:00');
const typed = (text: string, base = ''): OwnText => ({ text, state: 'typing', base });
const shownWith = (texts: readonly (readonly [ReviewSection, OwnText])[], incident: IncidentId = source.id) => {
  const writing: WritingState = { incident, texts: new Map(texts) };
  const { sections } = asBeingWritten(source, writing).review;
  return Object.fromEntries([...sections].map(([section, { markdown }]) => [section, markdown]));
};

describe('the review as it is being written', () => {
  it('[RW18] each text stands in its own section, whichever is on screen', () => {
    const texts = [
      ['what-happened', typed('From the shop')],
      ['summary', typed('On record, and more.', 'On record.')],
    ] as const;
    expect(shownWith(texts)).toEqual({ summary: 'On record, and more.', 'what-happened': 'From the shop' });
  });

  it('[RW18] what is on record stands where nobody writes, and where somebody else wrote after this window', () => {
    expect(shownWith([])).toEqual({ summary: 'On record.' });
    const overtaken: OwnText = { text: 'Mine', state: 'recorded', base: '' };
    expect(shownWith([['summary', overtaken]])).toEqual({ summary: 'On record.' });
  });

  it('[RW18] texts of another incident do not count', () => {
    expect(shownWith([['summary', typed('Another night')]], 'OTHER' as IncidentId)).toEqual({ summary: 'On record.' });
  });
});

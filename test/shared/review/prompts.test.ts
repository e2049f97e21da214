import { describe, expect, it } from 'vitest';
import { promptsFor } from '../../../shared/review/prompts.ts';
import { reviewSections } from '../../../shared/review/review-events.ts';
import { occurred, reviewRow, reviewSource } from '../../support/review-builders.ts';
import { exampleOne } from '../../support/worked-examples.ts';

const texts = (...parameters: Parameters<typeof promptsFor>) => promptsFor(...parameters).map(({ text }) => text);

describe('what a section offers its writer', () => {
  it('[RV45] late updates, overdue tasks and unanswered to-dos are offered where they belong', () => {
    const name = { tag: 'a', n: 1 };
    const events = [
      ...exampleOne().slice(0, 1),
      occurred('09:04', { type: 'SeverityChanged', severity: 'SEV1', reason: 'all' }),
      ...exampleOne().slice(1),
      occurred('09:20', { type: 'UpdateSent', audience: 'public', n: 1, text: 'x', situation: 'detected' }),
      occurred('09:10', { type: 'TaskGiven', name, text: 'Check pool', owner: 'Mei', timeBoxMs: 600_000 }),
      occurred('09:12', { type: 'EntryRecorded', name, kind: 'todo', text: 'Ask the provider', source: 'typed' }),
    ];
    const source = reviewSource(events, '2026-03-13T09:00:00');
    expect(texts('went-well', source)).toContain('Public, update 1: 6m 00s late, due 09:14:00');
    expect(texts('went-well', source)).toContainEqual(expect.stringContaining('Task "Check pool":'));
    expect(texts('surprises', source)).toEqual(['09:12:00 To-do: Ask the provider']);
  });

  it('[RV45] key entries prompt the story, gaps the timeline, odd values the metrics', () => {
    const rows = [reviewRow('08:54', 'Flag on', { key: true }), reviewRow('09:30', 'Flag found')];
    const source = reviewSource(exampleOne().slice(0, 3), '09:45', { rows });
    expect(texts('what-happened', source)).toEqual(['08:54:00 Note: Flag on']);
    expect(texts('timeline', source)).toEqual(['Nothing from 08:54:00 to 09:30:00, 36m 00s']);
    expect(texts('metrics', source)).toContainEqual(expect.stringContaining('Time to Respond: missing'));
    expect(texts('summary', source)[0]).toContain('not restored yet');
  });

  it('[RV45] a record without a word offers next to nothing and never fails', () => {
    for (const section of reviewSections)
      expect(Array.isArray(promptsFor(section, reviewSource([], '09:00')))).toBe(true);
    expect(promptsFor('appendix', reviewSource([], '09:00'))).toEqual([]);
  });
});

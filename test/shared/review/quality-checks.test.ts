import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../../shared/incident/incident-event.ts';
import { qualityChecks } from '../../../shared/review/quality-checks.ts';
import { occurred, reviewRow, reviewSource } from '../../support/review-builders.ts';
import { exampleOne } from '../../support/worked-examples.ts';

const open = (events: readonly IncidentEvent[], given = {}) =>
  qualityChecks(reviewSource(events, '2026-03-13T09:00:00', given))
    .filter(({ done }) => !done)
    .map(({ id }) => id);

const severe = occurred('09:10', { type: 'SeverityChanged', severity: 'SEV1', reason: 'all payments' });
const action = (actionType: string) =>
  occurred('11:00', {
    type: 'ActionAdded',
    text: 'x',
    actionType,
    owner: 'Mei',
    due: '2026-03-30',
    mustBeforeResolve: false,
  });

describe('before "Reviewed"', () => {
  it('[RV40] an empty review lacks everything but what cannot be missing', () => {
    expect(open([])).toEqual([
      'milestones',
      'start-evidence',
      'impact-numbers',
      'timeline-start',
      'factors',
      'no-person',
      'what-helped',
      'actions',
      'updates',
      'data-statement',
      'outside-approved',
      'outside-reader',
      'shared',
    ]);
  });

  it('[RV41] a SEV1 or SEV2 explains its gaps and has an action that prevents and one that detects', () => {
    const rows = [reviewRow('08:59', 'a'), reviewRow('09:40', 'b')];
    expect(open([...exampleOne(), severe], { rows })).toEqual(
      expect.arrayContaining(['timeline-gaps', 'action-types']),
    );
    const explained = occurred('11:00', {
      type: 'ReviewSectionWritten',
      section: 'timeline',
      markdown: 'On the phone.',
    });
    const settled = open([...exampleOne(), severe, explained, action('prevent'), action('detect')], { rows });
    expect(settled).not.toContain('timeline-gaps');
    expect(settled).not.toContain('action-types');
    expect(open(exampleOne(), { rows })).not.toContain('timeline-gaps');
  });

  it('[RV42] each check closes when the record holds what it asks for', () => {
    const events = [
      ...exampleOne(),
      occurred('09:00', { type: 'MilestoneReached', milestone: 'failure', evidence: ['graph'] }),
      occurred('09:10', { type: 'ImpactChanged', level: 'partial', scope: '38 % of payments' }),
      occurred('09:12', { type: 'UpdateSent', audience: 'public', n: 1, text: 'x', situation: 'detected' }),
      occurred('10:30', { type: 'DataStatementMade', data: 'none', text: '' }),
      occurred('11:00', { type: 'FactorAdded', text: 'a', category: 'other', effect: 'made-worse', entries: [] }),
      occurred('11:00', { type: 'FactorAdded', text: 'b', category: 'other', effect: 'made-better', entries: [] }),
      action('process'),
      ...['no-person', 'outside-approved', 'outside-reader', 'shared'].map((check) =>
        occurred('11:00', { type: 'ReviewCheckMarked', check, done: true }),
      ),
    ];
    expect(open(events)).toEqual([]);
    const undecided = occurred('09:50', {
      type: 'DecisionMade',
      name: { tag: 'a', n: 1 },
      question: 'q',
      options: [],
      chosen: 'c',
      decidedBy: 'Ann',
    });
    expect(open([...events, undecided])).toEqual(['decisions']);
    expect(
      open([
        ...events,
        occurred('11:00', { type: 'ActionAdded', text: 'y', actionType: 'detect', mustBeforeResolve: false }),
      ]),
    ).toEqual(['actions']);
  });
});

/** Lines of a script for `holdfast exec`, each recorded when it happened. */
export const recordedAt = (clock: string, ...lines: readonly object[]): readonly object[] => [{ clock }, ...lines];

/** Worked example E1 of the domain: every milestone on its instant, by exec alone. */
export const plainIncident: readonly object[] = [
  ...recordedAt('2026-03-02T09:05:00Z', {
    as: 'inc',
    id: 'e1-declare',
    by: 'Ann Lee',
    command: {
      type: 'DeclareIncident',
      title: 'Checkout is down',
      key: 'E1',
      severity: 'SEV1',
      services: ['checkout'],
      failureAt: '2026-03-02T09:00:00Z',
      alertedAt: '2026-03-02T09:04:00Z',
      detection: { source: 'alert' },
      commander: 'Ann Lee',
    },
  }),
  ...recordedAt('2026-03-02T09:07:30Z', reach('e1-ack', 'acknowledged')),
  ...recordedAt(
    '2026-03-02T09:15:00Z',
    reach('e1-triage', 'triaged', { impact: { level: 'full', text: 'nobody can pay' } }),
  ),
  ...recordedAt('2026-03-02T09:20:00Z', {
    incident: '$inc',
    id: 'e1-hypothesis',
    as: 'cause',
    command: { type: 'ProposeHypothesis', text: 'Database connections run out' },
  }),
  ...recordedAt(
    '2026-03-02T09:32:00Z',
    {
      incident: '$inc',
      id: 'e1-judged',
      command: { type: 'JudgeHypothesis', hypothesis: '$cause', state: 'confirmed', result: '100 of 100 in use' },
    },
    reach('e1-identified', 'identified'),
  ),
  ...recordedAt(
    '2026-03-02T10:10:00Z',
    reach('e1-fixed', 'fixed', { fix: { change: 'flag off', check: 'errors fall' } }),
  ),
  ...recordedAt('2026-03-02T10:25:00Z', {
    incident: '$inc',
    id: 'e1-good',
    command: { type: 'ChangeImpact', level: 'none' },
  }),
  ...recordedAt(
    '2026-03-02T10:55:00Z',
    reach('e1-recovered', 'recovered', { evidence: ['errors under 0.1 % for 30 min'] }),
  ),
  ...recordedAt('2026-03-12T16:00:00Z', reach('e1-resolved', 'resolved', { waiveReview: 'held without Holdfast' })),
];

function reach(id: string, milestone: string, fields: object = {}): object {
  return { incident: '$inc', id, command: { type: 'ReachMilestone', milestone, ...fields } };
}

/** The gate to "Reviewed" (domain.md 7.4), in its order. Ids are stored in events: they never change their meaning. */
export const checkList = [
  { id: 'milestones', text: 'All milestones set or explained', judge: 'record' },
  { id: 'start-evidence', text: 'Start instant has evidence', judge: 'record' },
  { id: 'impact-numbers', text: 'Impact has numbers', judge: 'record' },
  { id: 'timeline-start', text: 'Timeline starts before detection', judge: 'record' },
  { id: 'timeline-gaps', text: 'No timeline gap unexplained', judge: 'record' },
  { id: 'decisions', text: 'Each decision has options and a reason', judge: 'record' },
  { id: 'factors', text: 'Two factors or more', judge: 'record' },
  { id: 'no-person', text: 'No factor is a person', judge: 'person' },
  { id: 'what-helped', text: 'What helped is named', judge: 'record' },
  { id: 'actions', text: 'Actions have owner, date and type', judge: 'record' },
  { id: 'action-types', text: 'SEV1 and SEV2: one action prevents, one detects', judge: 'record' },
  { id: 'updates', text: 'Updates and corrections attached', judge: 'record' },
  { id: 'data-statement', text: 'Data statement made', judge: 'record' },
  { id: 'outside-approved', text: 'Outside summary approved', judge: 'person' },
  { id: 'outside-reader', text: 'Read and understood by someone outside the team', judge: 'person' },
  { id: 'shared', text: 'Shared', judge: 'person' },
] as const satisfies readonly CheckKind[];
export type CheckId = (typeof checkList)[number]['id'];

export interface CheckKind {
  readonly id: string;
  readonly text: string;
  /** `record`: read from what was recorded. `person`: somebody has to look and say so. */
  readonly judge: 'record' | 'person';
}

/**
 * Checks that a person may mark: those nobody can compute, and gaps and action types, which a written reason settles
 * even where the record alone would not.
 */
export const isPersonalCheck = (id: string): boolean =>
  checkList.some((check) => check.id === id && (check.judge === 'person' || settledByReason.has(check.id)));

const settledByReason: ReadonlySet<CheckId> = new Set(['milestones', 'timeline-gaps', 'action-types']);

import type { Milestone } from '../../shared/lifecycle/lifecycle.ts';

const ownFields: Readonly<Partial<Record<Milestone, readonly string[]>>> = {
  triaged: ['severity', 'impact', 'level'],
  identified: ['cause'],
  fixed: ['fix', 'check'],
  resolved: ['waiveReview'],
};

/** What the form of a milestone asks for beside the time, by the field that a refusal names. */
export const milestoneFields = (milestone: Milestone): readonly string[] => [
  'evidence',
  'reason',
  ...(ownFields[milestone] ?? []),
];

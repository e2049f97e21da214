import type { TimelineDraft } from './timeline-state.ts';

export const initialTimeline = (): TimelineDraft => ({
  entries: new Map(),
  decisions: new Map(),
  waiting: new Map(),
  hypotheses: new Map(),
  tasks: new Map(),
  withdrawals: new Map(),
  redactions: new Map(),
  origins: new Map(),
  clockErrors: new Map(),
  stars: new Map(),
  highestNumbers: new Map(),
});

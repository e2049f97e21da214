import type { ReviewDraft } from './review-state.ts';

export const initialReview = (): ReviewDraft => ({
  sections: new Map(),
  status: 'draft',
  owner: undefined,
  meetingDate: undefined,
  checks: new Map(),
  factors: new Map(),
  actions: new Map(),
});

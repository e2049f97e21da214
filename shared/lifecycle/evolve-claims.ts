import { given } from '../kernel/given.ts';
import { type Applied, authorName } from '../record/rules.ts';
import { advancePhase, effectOf, endVisit, moveVisit, startFirstVisit } from './evolve-phase.ts';
import type { Milestone } from './lifecycle.ts';
import type { MilestoneCorrected, MilestoneReached } from './lifecycle-events.ts';
import type { LifecycleDraft, MilestoneClaim } from './lifecycle-state.ts';

export const evolveReached = (draft: LifecycleDraft, event: MilestoneReached, applied: Applied): void => {
  const { milestone } = event;
  const isFirst = !draft.claims.has(milestone);
  addClaim(draft, milestone, toClaim(event, applied));
  draft.skipped.delete(milestone);
  if (milestone === 'fixed') draft.fix = event.fix ?? draft.fix;
  if (milestone === 'detected' && isFirst) startFirstVisit(draft, event);
  advancePhase(draft, effectOf(milestone, event.restoreFirst), event);
  // A closed incident stays closed: the fact is kept, what it was closed as does not change.
  if (milestone === 'recovered' && draft.status === 'open') draft.status = 'restored';
  if (milestone === 'resolved' && (draft.status === 'open' || draft.status === 'restored')) {
    draft.status = 'resolved';
    endVisit(draft, event.occurredAt);
  }
};

export const evolveCorrected = (draft: LifecycleDraft, event: MilestoneCorrected, applied: Applied): void => {
  const replaced = draft.claims.get(event.milestone)?.find((claim) => claim.event === event.replaces);
  // Somebody else may have withdrawn the diagnosis meanwhile: correcting its instant does not bring it back.
  addClaim(draft, event.milestone, {
    ...toClaim(event, applied),
    replaces: event.replaces,
    ...given({ ended: replaced?.ended }),
  });
  moveVisit(draft, event.replaces, event);
  if (event.milestone === 'resolved' && draft.status === 'resolved') endVisit(draft, event.occurredAt);
};

/** Ends every claim of `milestone` that still holds; they stay in the list as what people believed. */
export const endClaims = (
  draft: LifecycleDraft,
  milestone: Milestone,
  ended: NonNullable<MilestoneClaim['ended']>,
): void => {
  const claims = draft.claims.get(milestone);
  if (claims)
    draft.claims.set(
      milestone,
      claims.map((claim) => (claim.ended ? claim : { ...claim, ended })),
    );
};

const addClaim = (draft: LifecycleDraft, milestone: Milestone, claim: MilestoneClaim): void => {
  draft.claims.set(milestone, [...(draft.claims.get(milestone) ?? []), claim]);
};

const toClaim = (event: MilestoneReached | MilestoneCorrected, applied: Applied): MilestoneClaim => ({
  event: event.id,
  at: event.occurredAt,
  estimated: event.estimated ?? event.range !== undefined,
  evidence: event.evidence ?? [],
  by: authorName(applied.by),
  recordedAt: applied.recordedAt,
  ...given({ range: event.range, reason: event.reason }),
});

import { given } from '../kernel/given.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Settings } from '../playbook/playbook.ts';
import type { Asking } from '../record/rules.ts';
import { checkClaim } from './check-claim.ts';
import type { Milestone, Phase } from './lifecycle.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { watchWindow } from './watch-window.ts';

export interface NextMilestone {
  readonly milestone: Milestone;
  /** True when reaching it now will be asked for a reason. */
  readonly asksReason: boolean;
  /** Before this moment a reason will be asked: the end of a watch window that still runs. */
  readonly notBefore?: Instant;
}

/** The milestone that ends the running phase; undefined once the incident is over. */
export const nextMilestone = (state: LifecycleState, settings: Settings, asking: Asking): NextMilestone | undefined => {
  if (state.status !== 'open' && state.status !== 'restored') return undefined;
  const milestone = exits[state.phase];
  const watch = milestone === 'recovered' ? watchWindow(state, settings, asking.now) : undefined;
  const notBefore = watch && watch.leftMs > 0 ? watch.until : undefined;
  const claim = checkClaim({ milestone }, state, asking);
  const isOutOfOrder = !claim.ok && claim.error.field === 'reason';
  return { milestone, asksReason: notBefore !== undefined || isOutOfOrder, ...given({ notBefore }) };
};

/** The milestone that ends each phase. */
export const exits: Readonly<Record<Phase, Milestone>> = {
  detect: 'acknowledged',
  triage: 'triaged',
  identify: 'identified',
  fix: 'fixed',
  recover: 'recovered',
  resolve: 'resolved',
};

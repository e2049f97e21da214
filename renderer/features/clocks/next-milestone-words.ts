import { formatClock } from '../../../shared/kernel/zone.ts';
import type { Milestone } from '../../../shared/lifecycle/lifecycle.ts';
import type { NextMilestone } from '../../../shared/lifecycle/next-milestone.ts';

/** What pressing does, as a verb; and why it would ask for a reason, when it would. */
export const nextMilestoneWords = (next: NextMilestone, zone: string): { label: string; title?: string } => {
  const verb = verbs[next.milestone];
  if (next.notBefore) {
    const at = formatClock(next.notBefore, zone);
    return { label: `${verb} from ${at}`, title: `The watch window runs to ${at}. Before that it asks for a reason.` };
  }
  return next.asksReason ? { label: verb, title: 'Out of the working order: it asks for a reason.' } : { label: verb };
};

const verbs: Readonly<Record<Milestone, string>> = {
  failure: 'Set the start',
  alerted: 'Set the first alert',
  detected: 'Set detected',
  acknowledged: 'Acknowledge',
  triaged: 'Triage is done',
  identified: 'Cause identified',
  fixed: 'Fix is in',
  recovered: 'Declare restored',
  resolved: 'Close out',
};

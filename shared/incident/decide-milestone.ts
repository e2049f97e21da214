import { ok, type Result } from '../kernel/result.ts';
import { decideLifecycle } from '../lifecycle/decide-lifecycle.ts';
import type { ReachMilestone } from '../lifecycle/lifecycle-commands.ts';
import { currentSeverity } from '../lifecycle/severity.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { decideTimeline } from '../timeline/decide-timeline.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { IncidentState } from './incident-state.ts';

/** Milestones whose guard looks into other features: a cause before identified, a review before resolved. */
export const decideMilestone = (
  command: ReachMilestone,
  state: IncidentState,
  asking: Asking,
  playbook: Playbook,
): Result<readonly IncidentEvent[], Refusal> => {
  const cause = command.milestone === 'identified' ? decideCause(command, state, asking, playbook) : ok([]);
  if (!cause.ok) return cause;
  const unready = command.milestone === 'resolved' ? whyNotResolved(command, state, playbook) : undefined;
  if (unready) return unready;
  const reached = decideLifecycle(command, state.lifecycle, asking, playbook);
  return reached.ok ? ok([...cause.value, ...reached.value]) : reached;
};

const decideCause = (
  command: ReachMilestone,
  state: IncidentState,
  asking: Asking,
  playbook: Playbook,
): Result<readonly IncidentEvent[], Refusal> => {
  const confirmed = [...state.timeline.hypotheses.values()].some((hypothesis) => hypothesis.state === 'confirmed');
  if (confirmed) return ok([]);
  if (!command.cause?.trim())
    return refuse(
      'identified.no-cause',
      'Say what fails and why it explains the symptoms: confirm a hypothesis, or give the cause here.',
      'cause',
    );
  const when = { ...(command.at ? { at: command.at } : {}), ...(command.typed ? { typed: command.typed } : {}) };
  const proposed = decideTimeline(
    { type: 'ProposeHypothesis', text: command.cause, ...when },
    state.timeline,
    asking,
    playbook,
  );
  const hypothesis = proposed.ok ? proposed.value[0] : undefined;
  if (!proposed.ok || !hypothesis) return proposed;
  return ok([
    ...proposed.value,
    {
      type: 'HypothesisJudged',
      id: asking.newId(),
      occurredAt: hypothesis.occurredAt,
      hypothesis: hypothesis.id,
      state: 'confirmed',
      result: command.evidence?.join('; ') || command.reason || command.cause,
    },
  ]);
};

/** Resolve is the end of the follow-up: the review is done or waived, and every "must" action is settled. */
const whyNotResolved = (command: ReachMilestone, state: IncidentState, playbook: Playbook) => {
  const reviewed = state.review.status === 'reviewed' || state.review.status === 'closed';
  if (!reviewed && !command.waiveReview?.trim()) {
    const severity = currentSeverity(state.lifecycle)?.severity;
    const rank = playbook.severities.find(({ id }) => id === severity)?.rank ?? 1;
    return refuse(
      'resolved.not-reviewed',
      rank >= 4
        ? 'The review is not marked Reviewed. Mark it, or waive it with a reason.'
        : 'The review is not marked Reviewed. Finish it first; a waiver needs a reason and is meant for SEV4 and SEV5.',
      'waiveReview',
    );
  }
  const open = [...state.review.actions.values()].filter(
    (action) => action.mustBeforeResolve && action.state !== 'done' && action.state !== 'declined',
  );
  return open.length === 0
    ? undefined
    : refuse(
        'resolved.actions-open',
        `${open.length === 1 ? 'One action' : `${open.length} actions`} must be done or declined first: ${open[0]?.text}`,
      );
};

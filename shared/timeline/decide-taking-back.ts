import { ok, type Result } from '../kernel/result.ts';
import { requireText, toOccurrence } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import type { RedactText, WithdrawEvent } from './timeline-commands.ts';
import type { TimelineEvent } from './timeline-events.ts';
import type { TimelineState } from './timeline-state.ts';

type Decided = Result<readonly TimelineEvent[], Refusal>;

/**
 * Also of a withdrawn event: its text still lies in the journal and is shown struck through. That the event is in
 * this incident is for the caller to know, here as below: it may belong to any feature.
 */
export const redactText = (command: RedactText, state: TimelineState, asking: Asking): Decided => {
  const why = requireText(
    command.why,
    'redaction.no-reason',
    'Say what kind of thing is removed, without the thing itself: "customer name".',
    'why',
  );
  if (!why.ok) return why;
  if (state.redactions.has(command.event))
    return refuse('redaction.done', 'The texts of this event were removed already.', 'event');
  const base = toOccurrence(command, asking);
  return base.ok ? ok([{ ...base.value, type: 'TextRedacted', event: command.event, why: why.value }]) : base;
};

/** A withdrawal is an event too: withdrawing it brings back what it took away. */
export const withdrawEvent = (command: WithdrawEvent, state: TimelineState, asking: Asking): Decided => {
  const earlier = state.withdrawals.get(command.event);
  if (earlier) return refuse('event.withdrawn', `${earlier.by} took this back already: ${earlier.reason}`, 'event');
  const reason = requireText(
    command.reason,
    'withdrawal.no-reason',
    'Say in a few words why this is taken back.',
    'reason',
  );
  if (!reason.ok) return reason;
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([
    {
      ...base.value,
      type: 'EventWithdrawn',
      event: command.event,
      reason: reason.value,
      ...(command.movedTo && { movedTo: command.movedTo }),
    },
  ]);
};

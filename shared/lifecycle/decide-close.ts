import { given } from '../kernel/given.ts';
import { ok, type Result } from '../kernel/result.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { checkText } from './check-moment.ts';
import type { Decided } from './decided.ts';
import type { CloseIncident } from './lifecycle-commands.ts';
import type { LifecycleState } from './lifecycle-state.ts';

/** Ends an incident that was none (false alarm), was another's (merged), or never should have been (cancelled). */
export const decideClose = (command: CloseIncident, state: LifecycleState, asking: Asking): Decided => {
  if (state.status === 'resolved')
    return refuse('close.resolved', 'This incident is closed out already. Withdraw that first if it was a mistake.');
  const check = checkGround(command, state);
  if (!check.ok) return check;
  return ok([
    {
      type: 'IncidentClosed',
      ...eventBase(command, asking),
      as: command.as,
      reason: command.reason.trim(),
      ...given({ parent: command.as === 'merged' ? command.parent : undefined }),
    },
  ]);
};

const checkGround = (command: CloseIncident, state: LifecycleState): Result<undefined, Refusal> => {
  switch (command.as) {
    case 'false-alarm':
      return checkText(
        command.reason,
        'close.needs-reason',
        'Say in one line how you know that it was nothing.',
        'reason',
      );
    case 'merged':
      return command.parent
        ? ok(undefined)
        : refuse('close.needs-parent', 'Name the incident that this one is a part of.', 'parent');
    case 'cancelled':
      // A drill may simply end; a real incident is cancelled only when it was declared in error.
      return state.drill
        ? ok(undefined)
        : checkText(command.reason, 'close.needs-reason', 'Say in one line why it was declared in error.', 'reason');
  }
};

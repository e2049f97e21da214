import { ok } from '../kernel/result.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, refuse } from '../record/rules.ts';
import { isCalendarDate } from './calendar-date.ts';
import type { AddAction, ChangeAction } from './review-commands.ts';
import type { ReviewDecision } from './review-decision.ts';
import { actionTypes } from './review-events.ts';
import type { Action, ReviewState } from './review-state.ts';

const priorities: readonly string[] = ['P0', 'P1', 'P2', 'P3'];
const states: readonly string[] = ['open', 'doing', 'done', 'declined'];

/** Refuses an action without text, of an unknown type, due on a day that the calendar lacks. */
export const decideAddAction = (command: AddAction, state: ReviewState, asking: Asking): ReviewDecision => {
  const { actionType, priority, mustBeforeResolve = false, factor } = command;
  const text = command.text.trim();
  const refusal = refuseFields({ ...command, text });
  if (refusal) return refusal;
  if (factor !== undefined && !state.factors.has(factor))
    return refuse('action.factor', 'The factor that this action answers is not in this review.', 'factor');
  const [owner, due, ticket] = [command.owner?.trim(), command.due?.trim(), command.ticket?.trim()];
  return ok([
    {
      ...eventBase(command, asking),
      type: 'ActionAdded',
      text,
      actionType,
      mustBeforeResolve,
      ...(owner ? { owner } : {}),
      ...(due ? { due } : {}),
      ...(priority ? { priority } : {}),
      ...(factor ? { factor } : {}),
      ...(ticket ? { ticket } : {}),
    },
  ]);
};

/** As adding; declining needs `declinedBecause`. An empty owner, due, ticket or evidence takes it back. */
export const decideChangeAction = (command: ChangeAction, state: ReviewState, asking: Asking): ReviewDecision => {
  const action = state.actions.get(command.action);
  if (!action) return refuse('action.unknown', 'That action is not in this review.', 'action');
  const said = trimTexts(command);
  const refusal = refuseFields(said) ?? refuseDecline(said, action);
  if (refusal) return refusal;
  const changed = Object.fromEntries(
    Object.entries(said).filter(([field, value]) => value !== (action[field as keyof Action] ?? '')),
  );
  if (Object.keys(changed).length === 0) return ok([]);
  return ok([{ ...eventBase(command, asking), type: 'ActionChanged', action: command.action, ...changed }]);
};

type Changes = Omit<ChangeAction, 'type' | 'action' | 'at' | 'typed'>;

const trimTexts = ({ type: _type, action: _action, at: _at, typed: _typed, ...said }: ChangeAction): Changes =>
  Object.fromEntries(
    Object.entries(said)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  );

const refuseFields = ({ text, actionType, due, priority, state }: Changes) => {
  if (text === '') return refuse('action.text', 'Say what will be done, beginning with a verb.', 'text');
  if (actionType !== undefined && !actionTypes.includes(actionType))
    return refuse('action.type', `An action is one of ${actionTypes.join(', ')}.`, 'actionType');
  if (due?.trim() && !isCalendarDate(due.trim()))
    return refuse('action.due', `"${due}" is no day of the calendar. Write it as 2026-03-30.`, 'due');
  if (priority !== undefined && !priorities.includes(priority))
    return refuse('action.priority', 'A priority is P0, P1, P2 or P3.', 'priority');
  if (state !== undefined && !states.includes(state))
    return refuse('action.state', 'An action is open, doing, done or declined.', 'state');
  return undefined;
};

// Declined openly rather than left to rot: the reason is what the next incident's readers need.
const refuseDecline = (said: Changes, action: Action) => {
  const declined = (said.state ?? action.state) === 'declined';
  const because = said.declinedBecause ?? action.declinedBecause;
  if (declined && !because)
    return refuse(
      'action.decline-needs-reason',
      'Declining needs a reason: it is read when the bug comes back.',
      'declinedBecause',
    );
  if (!declined && said.declinedBecause)
    return refuse('action.not-declined', 'A reason for declining belongs to a declined action.', 'declinedBecause');
  return undefined;
};

import type { EventId } from '../../../shared/record/ids.ts';
import type { AddAction, ChangeAction } from '../../../shared/review/review-commands.ts';
import { priorityDueDate } from '../../../shared/review/review-due.ts';
import type { ActionState, ActionType, Priority } from '../../../shared/review/review-events.ts';
import type { Action } from '../../../shared/review/review-state.ts';

/** The fields of the dialog as people fill them in; empty texts mean none. */
export interface ActionForm {
  readonly text: string;
  readonly actionType: ActionType | null;
  readonly owner: string;
  readonly due: string;
  readonly priority: Priority | 'none';
  readonly mustBeforeResolve: boolean;
  readonly factor: EventId | 'none';
  readonly ticket: string;
  readonly state: ActionState;
  readonly declinedBecause: string;
  readonly doneEvidence: string;
}

export const toActionForm = (action: Action | undefined): ActionForm => ({
  text: action?.text ?? '',
  actionType: action?.actionType ?? null,
  owner: action?.owner ?? '',
  due: action?.due ?? '',
  priority: action?.priority ?? 'none',
  mustBeforeResolve: action?.mustBeforeResolve ?? false,
  factor: action?.factor ?? 'none',
  ticket: action?.ticket ?? '',
  state: action?.state ?? 'open',
  declinedBecause: action?.declinedBecause ?? '',
  doneEvidence: action?.doneEvidence ?? '',
});

/**
 * The day to offer while an action of this priority has none: what the playbook wants of it, from today on. A day that
 * somebody has given stands.
 */
export const offeredDue = (
  { due, priority }: Pick<ActionForm, 'due' | 'priority'>,
  weeks: Readonly<Record<string, number>>,
  today: string,
): string | undefined => (due.trim() === '' ? priorityDueDate(priority, weeks, today) : undefined);

export const toAddAction = (form: ActionForm & { readonly actionType: ActionType }): AddAction => ({
  type: 'AddAction',
  text: form.text,
  actionType: form.actionType,
  mustBeforeResolve: form.mustBeforeResolve,
  ...(form.owner.trim() ? { owner: form.owner } : {}),
  ...(form.due.trim() ? { due: form.due } : {}),
  ...(form.priority === 'none' ? {} : { priority: form.priority }),
  ...(form.factor === 'none' ? {} : { factor: form.factor }),
  ...(form.ticket.trim() ? { ticket: form.ticket } : {}),
});

/** Says all that the dialog shows; what has not changed makes no event. Emptied texts are taken back. */
export const toChangeAction = (
  action: EventId,
  form: ActionForm & { readonly actionType: ActionType },
): ChangeAction => ({
  type: 'ChangeAction',
  action,
  text: form.text,
  actionType: form.actionType,
  owner: form.owner,
  due: form.due,
  mustBeforeResolve: form.mustBeforeResolve,
  ticket: form.ticket,
  state: form.state,
  ...(form.priority === 'none' ? {} : { priority: form.priority }),
  ...(form.state === 'declined' ? { declinedBecause: form.declinedBecause } : {}),
  ...(form.state === 'done' ? { doneEvidence: form.doneEvidence } : {}),
});

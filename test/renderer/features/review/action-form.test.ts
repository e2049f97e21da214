import { describe, expect, it } from 'vitest';
import {
  type ActionForm,
  offeredDue,
  toActionForm,
  toAddAction,
  toChangeAction,
} from '../../../../renderer/features/review/action-form.ts';
import { actionsCount, openFirst } from '../../../../renderer/features/review/action-words.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import type { EventId } from '../../../../shared/record/ids.ts';
import type { Asking } from '../../../../shared/record/rules.ts';
import { decideReview } from '../../../../shared/review/decide-review.ts';
import { initialReview } from '../../../../shared/review/initial-review.ts';
import type { Action } from '../../../../shared/review/review-state.ts';

const action = (given: Partial<Action> = {}): Action => ({
  id: 'action' as EventId,
  text: 'Alert on pool use',
  actionType: 'detect',
  owner: 'Mei Tanaka',
  due: '2026-03-30',
  mustBeforeResolve: false,
  addedAt: '2026-03-02T12:00:00.000Z' as never,
  by: 'Ann Lee',
  state: 'open',
  ...given,
});
const asking: Asking = {
  now: '2026-03-05T10:00:00.000Z' as never,
  by: { person: 'Ann Lee', device: 'ann' },
  newId: () => 'new' as EventId,
};
const decided = (known: Action, command: ReturnType<typeof toChangeAction>) =>
  decideReview(command, { ...initialReview(), actions: new Map([[known.id, known]]) }, asking, defaultPlaybook);
const formOf = (known: Action, given: Partial<Omit<ActionForm, 'actionType'>> = {}) => ({
  ...toActionForm(known),
  actionType: known.actionType,
  ...given,
});

describe('the form of an action', () => {
  it('[RW10] an untouched form changes nothing', () => {
    const known = action({ priority: 'P1', ticket: 'OPS-7', state: 'done', doneEvidence: 'alert fired' });
    expect(decided(known, toChangeAction(known.id, formOf(known)))).toEqual({ ok: true, value: [] });
  });

  it('[RW10] a declined action can be opened again, and its reason does not stand in the way', () => {
    const known = action({ state: 'declined', declinedBecause: 'too dear' });
    const reply = decided(known, toChangeAction(known.id, formOf(known, { state: 'open' })));
    expect(reply).toMatchObject({ ok: true, value: [{ type: 'ActionChanged', state: 'open' }] });
  });

  it('[RW10] an emptied owner is taken back', () => {
    const known = action();
    const reply = decided(known, toChangeAction(known.id, formOf(known, { owner: ' ' })));
    expect(reply).toMatchObject({ ok: true, value: [{ owner: '' }] });
  });

  it('[RW10] a new action says only what was filled in', () => {
    const form = { ...toActionForm(undefined), text: 'Gate flags', actionType: 'prevent' as const };
    expect(toAddAction(form)).toEqual({
      type: 'AddAction',
      text: 'Gate flags',
      actionType: 'prevent',
      mustBeforeResolve: false,
    });
  });

  it('[RW11] open ones come first, those that hold up Resolve at the head', () => {
    const all = [
      action({ text: 'done', state: 'done' }),
      action({ text: 'open' }),
      action({ text: 'must', mustBeforeResolve: true, state: 'doing' }),
    ];
    expect(openFirst(all).map(({ text }) => text)).toEqual(['must', 'open', 'done']);
    expect(actionsCount(all)).toBe('2 open, 1 must before Resolve');
  });
});

it('[RD2] an action of P0 or P1 without a day is offered one; a given day stands', () => {
  const { priorityActionWeeks: weeks } = defaultPlaybook.settings;
  expect(offeredDue({ due: '', priority: 'P0' }, weeks, '2026-03-02')).toBe('2026-03-30');
  expect(offeredDue({ due: ' ', priority: 'P3' }, weeks, '2026-03-02')).toBeUndefined();
  expect(offeredDue({ due: '2026-03-09', priority: 'P0' }, weeks, '2026-03-02')).toBeUndefined();
});

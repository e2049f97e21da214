import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { decideReview } from '../../../shared/review/decide-review.ts';
import { evolveReview } from '../../../shared/review/evolve-review.ts';
import { initialReview } from '../../../shared/review/initial-review.ts';
import type { ReviewCommand } from '../../../shared/review/review-commands.ts';
import type { ReviewDraft } from '../../../shared/review/review-state.ts';
import { applied, asking, at } from '../../support/lifecycle-builders.ts';

const when = (state: ReviewDraft, command: ReviewCommand) =>
  decideReview(command, state, asking(at('12:00'), `c${state.factors.size}${state.actions.size}`), defaultPlaybook);

const given = (...commands: readonly ReviewCommand[]): ReviewDraft => {
  const state = initialReview();
  for (const command of commands) {
    const decided = when(state, command);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.error.message}`);
    for (const event of decided.value) evolveReview(state, event, applied(0, at('12:00')));
  }
  return state;
};

const refusal = (state: ReviewDraft, command: ReviewCommand) => {
  const decided = when(state, command);
  return decided.ok ? decided.value : decided.error.code;
};

const firstId = <Id>(items: ReadonlyMap<Id, unknown>): Id => {
  const [id] = items.keys();
  if (id === undefined) throw new Error('nothing there');
  return id;
};

describe('sections', () => {
  it('[RV1] what people write is kept with its author; the same text again records nothing', () => {
    const state = given({ type: 'WriteSection', section: 'summary', markdown: 'It broke.\r\nIt works.\n' });
    expect(state.sections.get('summary')).toMatchObject({ markdown: 'It broke.\nIt works.', by: 'Ann Lee' });
    expect(when(state, { type: 'WriteSection', section: 'summary', markdown: 'It broke.\nIt works.' })).toEqual({
      ok: true,
      value: [],
    });
  });

  it('[RV2] the appendix comes from the record alone; header and metrics take a comment', () => {
    const state = initialReview();
    expect(refusal(state, { type: 'WriteSection', section: 'appendix', markdown: 'x' })).toBe(
      'review.section-computed',
    );
    expect(refusal(state, { type: 'WriteSection', section: 'header', markdown: 'x' })).toHaveLength(1);
    expect(refusal(state, { type: 'WriteSection', section: 'metrics', markdown: 'x' })).toHaveLength(1);
  });

  it('[RV3] a section holds 256 kB of UTF-8, not one byte more', () => {
    const state = initialReview();
    const full = 'é'.repeat(128 * 1024);
    expect(refusal(state, { type: 'WriteSection', section: 'summary', markdown: full })).toHaveLength(1);
    expect(refusal(state, { type: 'WriteSection', section: 'summary', markdown: `${full}a` })).toBe(
      'review.section-too-long',
    );
  });

  it('[RV4] a moment in the future is refused', () => {
    expect(refusal(initialReview(), { type: 'WriteSection', section: 'summary', markdown: 'x', at: at('12:01') })).toBe(
      'time.future',
    );
  });
});

describe('status and details', () => {
  it('[RV5] the status moves one step at a time; going back or leaving a step out needs a reason', () => {
    const inReview = given({ type: 'ChangeReviewStatus', status: 'in-review' });
    expect(refusal(inReview, { type: 'ChangeReviewStatus', status: 'draft' })).toBe('review.back-needs-reason');
    expect(refusal(inReview, { type: 'ChangeReviewStatus', status: 'closed' })).toBe('review.jump-needs-reason');
    expect(refusal(inReview, { type: 'ChangeReviewStatus', status: 'draft', reason: 'new facts' })).toHaveLength(1);
    expect(refusal(inReview, { type: 'ChangeReviewStatus', status: 'in-review' })).toEqual([]);
  });

  it('[RV6] the meeting date is a day of the calendar', () => {
    expect(refusal(initialReview(), { type: 'SetReviewDetails', meetingDate: '2026-02-30' })).toBe('review.date');
    const state = given({ type: 'SetReviewDetails', meetingDate: '2028-02-29', owner: ' Ann Lee ' });
    expect([state.meetingDate, state.owner]).toEqual(['2028-02-29', 'Ann Lee']);
    expect(given({ type: 'SetReviewDetails', owner: 'Ann' }, { type: 'SetReviewDetails', owner: '' }).owner).toBe(
      undefined,
    );
  });

  it('[RV7] a person marks what only a person can judge', () => {
    expect(refusal(initialReview(), { type: 'MarkReviewCheck', check: 'factors', done: true })).toBe(
      'review.check-computed',
    );
    expect(given({ type: 'MarkReviewCheck', check: 'shared', done: true }).checks.get('shared')).toBe(true);
  });
});

describe('factors', () => {
  it('[FA1] a factor needs words and a category of the taxonomy; the refusal names the nearest', () => {
    const state = initialReview();
    expect(refusal(state, { type: 'AddFactor', text: ' ', category: 'other' })).toBe('factor.text');
    const decided = when(state, { type: 'AddFactor', text: 'No failover', category: 'prevent.failover' });
    expect(decided).toMatchObject({ ok: false, error: { code: 'factor.category', field: 'category' } });
    expect(decided.ok || decided.error.message).toContain('prevent.resilience.failover');
  });

  it('[FA2] a factor made worse unless it helped, and later changes lie over the first words', () => {
    const state = given({ type: 'AddFactor', text: 'Pool doubled', category: 'prevent.self-healing.runaway-limit' });
    const factor = firstId(state.factors);
    expect(state.factors.get(factor)).toMatchObject({ effect: 'made-worse', entries: [] });
    const changed = when(state, { type: 'ChangeFactor', factor, effect: 'made-better', text: 'Pool doubled' });
    expect(changed).toMatchObject({ ok: true, value: [{ type: 'FactorChanged', effect: 'made-better' }] });
    expect(changed.ok && 'text' in (changed.value[0] ?? {})).toBe(false);
    expect(refusal(state, { type: 'ChangeFactor', factor: 'nobody' as never, text: 'x' })).toBe('factor.unknown');
    expect(refusal(state, { type: 'ChangeFactor', factor, category: 'nonsense' })).toBe('factor.category');
  });
});

describe('actions', () => {
  const action: ReviewCommand = {
    type: 'AddAction',
    text: 'Alert on pool use',
    actionType: 'detect',
    due: '2026-03-30',
  };

  it('[AC1] an action needs words, a type and, when due, a real day', () => {
    const state = initialReview();
    expect(refusal(state, { ...action, text: '' })).toBe('action.text');
    expect(refusal(state, { ...action, actionType: 'blame' as never })).toBe('action.type');
    expect(refusal(state, { ...action, due: '2026-04-31' })).toBe('action.due');
    expect(refusal(state, { ...action, factor: 'nobody' as never })).toBe('action.factor');
    expect(refusal(state, action)).toHaveLength(1);
  });

  it('[AC2] declining needs a reason, which goes away when the action is taken up again', () => {
    const state = given(action);
    const id = firstId(state.actions);
    expect(refusal(state, { type: 'ChangeAction', action: id, state: 'declined' })).toBe('action.decline-needs-reason');
    expect(refusal(state, { type: 'ChangeAction', action: id, declinedBecause: 'no' })).toBe('action.not-declined');
    const declined = given(action, { type: 'ChangeAction', action: id, state: 'declined', declinedBecause: 'retired' });
    expect(declined.actions.get(id)).toMatchObject({ state: 'declined', declinedBecause: 'retired' });
    const again = when(declined, { type: 'ChangeAction', action: id, state: 'open' });
    for (const event of again.ok ? again.value : []) evolveReview(declined, event, applied(0, at('12:00')));
    expect(declined.actions.get(id)).toMatchObject({ state: 'open' });
    expect(declined.actions.get(id)).not.toHaveProperty('declinedBecause');
  });

  it('[AC3] an empty owner or date takes it back; what stands already records nothing', () => {
    const state = given({ ...action, owner: 'Mei' });
    const id = firstId(state.actions);
    expect(refusal(state, { type: 'ChangeAction', action: id, owner: 'Mei' })).toEqual([]);
    const decided = when(state, { type: 'ChangeAction', action: id, owner: '', due: ' 2026-04-01 ' });
    for (const event of decided.ok ? decided.value : []) evolveReview(state, event, applied(0, at('12:00')));
    expect(state.actions.get(id)).toMatchObject({ due: '2026-04-01' });
    expect(state.actions.get(id)).not.toHaveProperty('owner');
    expect(refusal(state, { type: 'ChangeAction', action: id, due: '2026-13-01' })).toBe('action.due');
  });
});

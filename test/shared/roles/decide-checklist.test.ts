import { expect, it } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { decided, givenRoles, whenRoles } from '../../support/roles-builders.ts';
import { at, refusalOf } from '../../support/timeline-builders.ts';

const item = 'ic.detect.1';
const text = defaultPlaybook.checklists.find(({ id }) => id === item)?.text;
const tick = { type: 'TickChecklistItem', item } as const;
const skip = { type: 'SkipChecklistItem', item, reason: 'nobody to tell' } as const;
const untick = { type: 'UntickChecklistItem', item } as const;
const ticked = decided(whenRoles(givenRoles(), tick));
const skipped = decided(whenRoles(givenRoles(), skip));

it('[CK1] a tick keeps the words that the item had, who and when', () => {
  expect(ticked).toEqual([{ type: 'ChecklistItemDone', id: 'new-1', occurredAt: at('10:31'), item, text }]);
  expect(givenRoles(...ticked).marks.get(item)).toEqual({
    event: 'new-1',
    state: 'done',
    text,
    at: at('10:31'),
    by: 'Ann Lee',
  });
});

it('[CK2] doing again what is done records nothing', () => {
  expect(decided(whenRoles(givenRoles(...ticked), tick))).toEqual([]);
  expect(decided(whenRoles(givenRoles(...skipped), skip))).toEqual([]);
  expect(decided(whenRoles(givenRoles(), untick))).toEqual([]);
});

it('[CK3] skipping needs a reason; a skipped item can still be done, a done one be skipped', () => {
  expect(refusalOf(whenRoles(givenRoles(), { ...skip, reason: ' ' }))).toBe('checklist.no-reason');
  expect(decided(whenRoles(givenRoles(...skipped), tick))).toMatchObject([{ type: 'ChecklistItemDone' }]);
  expect(decided(whenRoles(givenRoles(...ticked), skip))).toMatchObject([
    { type: 'ChecklistItemSkipped', reason: 'nobody to tell' },
  ]);
});

it('[CK4] refuses an item that is in no list', () => {
  for (const command of [tick, skip, untick])
    expect(refusalOf(whenRoles(givenRoles(), { ...command, item: 'ic.detect.99' }))).toBe('checklist.unknown');
});

it('[CK5] can be unticked, also when a newer playbook has dropped the item', () => {
  const dropped = { ...defaultPlaybook, checklists: [] };
  const events = decided(whenRoles(givenRoles(...ticked), untick, {}, dropped));
  expect(events).toMatchObject([{ type: 'ChecklistItemUndone', item, text }]);
  expect(givenRoles(...ticked, ...events).marks.size).toBe(0);
});

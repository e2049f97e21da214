import { expect, it } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { checklistOf, checklistsFor, otherChecklists } from '../../../shared/roles/checklist.ts';
import type { ChecklistItemDone } from '../../../shared/roles/roles-events.ts';
import { assigned, givenRoles, joined } from '../../support/roles-builders.ts';
import { at, id } from '../../support/timeline-builders.ts';

const done = (item: string, text: string): ChecklistItemDone => ({
  type: 'ChecklistItemDone',
  id: id(`done-${item}`),
  occurredAt: at('10:00'),
  item,
  text,
});
const rolesOf = (lists: ReturnType<typeof checklistsFor>) => lists.map(({ role }) => role);

it('[CK6] counts what needs no more thought and names the next line', () => {
  const state = givenRoles(done('ic.detect.1', 'Say you have command'), {
    ...done('ic.detect.2', 'x'),
    type: 'ChecklistItemSkipped',
    reason: 'no chat',
  });
  const list = checklistOf(state, defaultPlaybook, 'ic', 'detect');
  expect(list).toMatchObject({ name: 'Incident Commander', settled: 2, total: 6, next: { item: 'ic.detect.3' } });
});

it('[CK7] a marked line reads as it did when it was marked', () => {
  const state = givenRoles(done('ic.detect.1', 'Words of an older playbook'));
  const [first, second] = checklistOf(state, defaultPlaybook, 'ic', 'detect').lines;
  expect(first?.text).toBe('Words of an older playbook');
  expect(second).toEqual({ item: 'ic.detect.2', text: 'Name it, open the chat' });
});

it('[CK8] the commander works through the lists of unfilled added roles', () => {
  const state = givenRoles(assigned('ic', 'Ann Lee'), assigned('scribe', 'Bob Ray'), assigned('lead', 'Cy Fox'));
  expect(rolesOf(checklistsFor(state, defaultPlaybook, 'ann lee', 'detect'))).toEqual(['ic', 'deputy', 'comms']);
  expect(rolesOf(otherChecklists(state, defaultPlaybook, 'Ann Lee', 'detect'))).toEqual(['lead', 'team', 'scribe']);
});

it('[CK9] the team list belongs to everyone on the roster without another role', () => {
  const state = givenRoles(assigned('ic', 'Ann Lee'), joined('Ann Lee'), joined('Dee Oz'));
  expect(rolesOf(checklistsFor(state, defaultPlaybook, 'Dee Oz', 'detect'))).toEqual(['team']);
  expect(rolesOf(checklistsFor(state, defaultPlaybook, 'Eve', 'detect'))).toEqual([]);
});

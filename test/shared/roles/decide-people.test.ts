import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { roleHolders } from '../../../shared/roles/role-holders.ts';
import { assigned, decided, givenRoles, joined, offered, whenRoles } from '../../support/roles-builders.ts';
import { at, refusalOf } from '../../support/timeline-builders.ts';

const assign = (role: string, person: string) => ({ type: 'AssignRole', role, person }) as const;

describe('assigning a role', () => {
  it('[RO1] names the person and puts them on the roster at the same instant', () => {
    expect(decided(whenRoles(givenRoles(), { ...assign('ic', '  Ann   Lee '), at: at('10:00') }))).toEqual([
      { type: 'RoleAssigned', id: 'new-1', occurredAt: at('10:00'), role: 'ic', person: 'Ann Lee' },
      { type: 'PersonJoined', id: 'new-2', occurredAt: at('10:00'), person: 'Ann Lee' },
    ]);
    const here = givenRoles(joined('ann lee'));
    expect(decided(whenRoles(here, assign('ic', 'Ann Lee'))).map(({ type }) => type)).toEqual(['RoleAssigned']);
  });

  it('[RO2] the same person again, or nobody for an open role, records nothing', () => {
    expect(decided(whenRoles(givenRoles(assigned('ic', 'Ann Lee')), assign('ic', 'ANN LEE')))).toEqual([]);
    expect(decided(whenRoles(givenRoles(), assign('ic', '')))).toEqual([]);
  });

  it('[RO3] an empty name lets the role fall open', () => {
    expect(decided(whenRoles(givenRoles(assigned('ic', 'Ann Lee')), assign('ic', ' ')))).toMatchObject([
      { type: 'RoleAssigned', role: 'ic', person: '' },
    ]);
  });

  it('[RO4] refuses a role that the playbook does not have, and a moment after now', () => {
    expect(refusalOf(whenRoles(givenRoles(), assign('pilot', 'Ann Lee')))).toBe('role.unknown');
    expect(refusalOf(whenRoles(givenRoles(), { ...assign('ic', 'Ann Lee'), at: at('10:32') }))).toBe('time.future');
  });

  it('[RO5] one person may hold every role: nothing about people is refused', () => {
    const state = givenRoles(assigned('ic', 'Ann Lee'), joined('Ann Lee'));
    expect(decided(whenRoles(state, assign('lead', 'Ann Lee')))).toHaveLength(1);
  });

  it('[RO6] joining the team is joining the roster, it pushes nobody out', () => {
    expect(decided(whenRoles(givenRoles(joined('Cy Fox')), assign('team', 'Bob Ray')))).toMatchObject([
      { type: 'PersonJoined', person: 'Bob Ray' },
    ]);
    expect(decided(whenRoles(givenRoles(joined('Bob Ray')), assign('team', 'Bob Ray')))).toEqual([]);
  });

  it('[RO7] cancels a hand-off of that role that waits, and no other', () => {
    const state = givenRoles(
      assigned('ic', 'Ann Lee'),
      offered(),
      offered({ id: 'o2' as never, role: 'lead' }),
      joined('Cy Fox'),
    );
    expect(decided(whenRoles(state, assign('ic', 'Cy Fox')))).toMatchObject([
      { type: 'HandoffCancelled', offer: 'offer' },
      { type: 'RoleAssigned', person: 'Cy Fox' },
    ]);
  });
});

describe('the roster', () => {
  it('[RO8] joining again records nothing, a new task is recorded', () => {
    const state = givenRoles(joined('Bob Ray'));
    expect(decided(whenRoles(state, { type: 'JoinRoster', person: 'bob ray' }))).toEqual([]);
    const events = decided(whenRoles(state, { type: 'JoinRoster', person: 'Bob Ray', task: 'database' }));
    expect(events).toMatchObject([{ type: 'PersonJoined', task: 'database' }]);
    expect(givenRoles(joined('Bob Ray'), ...events).roster).toEqual([
      { person: 'Bob Ray', joinedAt: at('09:05'), task: 'database' },
    ]);
    expect(refusalOf(whenRoles(state, { type: 'JoinRoster', person: ' ' }))).toBe('roster.no-name');
  });

  it('[RO9] who leaves lets their roles fall open at the same instant', () => {
    const before = [
      assigned('ic', 'Ann Lee'),
      joined('Ann Lee'),
      assigned('scribe', 'Ann Lee'),
      assigned('lead', 'Bob Ray'),
    ];
    const events = decided(whenRoles(givenRoles(...before), { type: 'LeaveRoster', person: 'ann lee' }));
    expect(events.map(({ type }) => type)).toEqual(['RoleAssigned', 'RoleAssigned', 'PersonLeft']);
    expect(new Set(events.map(({ occurredAt }) => occurredAt)).size).toBe(1);
    const held = roleHolders(givenRoles(...before, ...events), defaultPlaybook).filter(({ how }) => how === 'held');
    expect(held.map(({ role }) => role)).toEqual(['lead']);
  });

  it('[RO10] refuses to let someone leave who is not here', () => {
    expect(refusalOf(whenRoles(givenRoles(), { type: 'LeaveRoster', person: 'Bob Ray' }))).toBe('roster.not-here');
  });
});

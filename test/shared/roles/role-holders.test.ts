import { expect, it } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { dutyHolderOf, roleHolders } from '../../../shared/roles/role-holders.ts';
import type { RolesEvent } from '../../../shared/roles/roles-events.ts';
import { assigned, givenRoles, offered } from '../../support/roles-builders.ts';
import { at } from '../../support/timeline-builders.ts';

const holder = (role: string, ...events: readonly RolesEvent[]) =>
  roleHolders(givenRoles(...events), defaultPlaybook).find((candidate) => candidate.role === role);

it('[RO11] lists every role but the team, in the order of the playbook', () => {
  expect(roleHolders(givenRoles(), defaultPlaybook).map(({ role, how }) => [role, how])).toEqual(
    ['ic', 'lead', 'deputy', 'scribe', 'comms', 'support'].map((role) => [role, 'open']),
  );
});

it('[RO12] an unfilled added role is held by the commander, through other unfilled roles too', () => {
  expect(holder('comms', assigned('ic', 'Ann Lee', '09:05'))).toEqual({
    role: 'comms',
    name: 'Communications',
    how: 'fallback',
    person: 'Ann Lee',
    since: at('09:05'),
    via: 'ic',
  });
  expect(holder('support', assigned('ic', 'Ann Lee'))).toMatchObject({ how: 'fallback', via: 'ic' });
  expect(holder('support', assigned('ic', 'Ann Lee'), assigned('comms', 'Bob Ray'))).toMatchObject({
    person: 'Bob Ray',
    via: 'comms',
  });
  expect(holder('lead', assigned('ic', 'Ann Lee'))).toEqual({ role: 'lead', name: 'Resolution Lead', how: 'open' });
});

it('[RO13] two roles that fall back to each other are both open', () => {
  const roles = [
    { id: 'x', name: 'X', duties: [], fallback: 'y' },
    { id: 'y', name: 'Y', duties: [], fallback: 'x' },
  ];
  expect(dutyHolderOf(givenRoles(), { roles }, 'x')).toBeUndefined();
});

it('[RO14] shows the hand-off that waits', () => {
  expect(holder('ic', assigned('ic', 'Ann Lee'), offered())).toMatchObject({
    how: 'held',
    person: 'Ann Lee',
    offer: { id: 'offer', to: 'Bob Ray', at: at('10:20') },
  });
});

it('[RO15] still shows who holds a role that a newer playbook has dropped', () => {
  expect(holder('historian', assigned('historian', 'Eve'))).toMatchObject({
    name: 'historian',
    how: 'held',
    person: 'Eve',
  });
});

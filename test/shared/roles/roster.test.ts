import { expect, it } from 'vitest';
import { rosterLeft, rosterNow } from '../../../shared/roles/roster.ts';
import { assigned, givenRoles, joined } from '../../support/roles-builders.ts';
import { at, id } from '../../support/timeline-builders.ts';

const left = (person: string, clock: string) =>
  ({ type: 'PersonLeft', id: id(`left-${person}`), occurredAt: at(clock), person }) as const;

it('[RO16] shows who is here since when, with roles and task', () => {
  const state = givenRoles(
    joined('Bob Ray', '09:10', 'database'),
    joined('Ann Lee', '09:20'),
    assigned('ic', 'Ann Lee'),
  );
  expect(rosterNow(state, at('09:30'))).toEqual([
    { person: 'Bob Ray', joinedAt: at('09:10'), presentMs: 1_200_000, roles: [], task: 'database' },
    { person: 'Ann Lee', joinedAt: at('09:20'), presentMs: 600_000, roles: ['ic'] },
  ]);
});

it('[RO17] who comes back has a second span and is not among those who left', () => {
  const state = givenRoles(
    joined('Bob Ray', '09:10'),
    left('bob ray', '09:40'),
    joined('Cy Fox', '09:12'),
    left('Cy Fox', '09:50'),
  );
  expect(rosterLeft(state).map(({ person }) => person)).toEqual(['Bob Ray', 'Cy Fox']);
  const back = givenRoles(joined('Bob Ray', '09:10'), left('Bob Ray', '09:40'), joined('Bob Ray', '10:00'));
  expect(back.roster).toEqual([
    { person: 'Bob Ray', joinedAt: at('09:10'), leftAt: at('09:40') },
    { person: 'Bob Ray', joinedAt: at('10:00') },
  ]);
  expect(rosterLeft(back)).toEqual([]);
});

it('[RO18] nobody leaves before they came', () => {
  expect(givenRoles(joined('Bob Ray', '09:10'), left('Bob Ray', '09:00')).roster).toEqual([
    { person: 'Bob Ray', joinedAt: at('09:10'), leftAt: at('09:10') },
  ]);
});

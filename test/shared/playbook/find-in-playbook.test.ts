import { describe, expect, test } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import {
  findCadence,
  findFactorWords,
  findPeople,
  findPersonByHandle,
  findRoleName,
} from '../../../shared/playbook/find-in-playbook.ts';
import type { Person } from '../../../shared/playbook/playbook.ts';

const person = (id: string, name: string, escalation?: number): Person => ({
  id,
  name,
  role: '',
  phones: [],
  note: '',
  ...(escalation === undefined ? {} : { escalation }),
});
const people = [
  person('u1', 'Anna Nováková', 2),
  person('u2', 'Ann Lee', 3),
  person('boss', 'José Díaz', 1),
  person('u4', 'Bo Lee'),
  person('u5', 'Bo Berg'),
];

describe('people by handle', () => {
  test.each([
    ['@ann', 'u2'],
    ['ANNA', 'u1'],
    ['@annanov', 'u1'],
    ['@ann.lee', 'u2'],
    ['@Ann Lee', 'u2'],
    ['@jose', 'boss'],
    ['@BOSS', 'boss'],
    ['@bo.l', 'u4'],
  ])('[PB9] %s is one person', (handle, id) => {
    expect(findPersonByHandle({ people }, handle)?.id).toBe(id);
  });

  test.each(['@bo', '@an', '@lee', '@', '', '@nobody'])('[PB9] %j is nobody in particular', (handle) => {
    expect(findPersonByHandle({ people }, handle)).toBeUndefined();
  });

  test('[PB9] suggestions: whole matches first, then in call order', () => {
    expect(findPeople({ people }, '@ann').map(({ id }) => id)).toEqual(['u2', 'u1']);
    expect(findPeople({ people }, '@an').map(({ id }) => id)).toEqual(['u1', 'u2']);
    expect(findPeople({ people }, '@bo').map(({ id }) => id)).toEqual(['u4', 'u5', 'boss']);
  });
});

describe('other look-ups', () => {
  test('[PB9] what an older playbook knew is still named', () => {
    expect(findRoleName(defaultPlaybook, 'lead')).toBe('Resolution Lead');
    expect(findRoleName(defaultPlaybook, 'translator')).toBe('translator');
    expect(findFactorWords(defaultPlaybook, 'prevent.resilience.failover')).toBe('Prevent, failover');
    expect(findFactorWords(defaultPlaybook, 'gone')).toBe('gone');
  });

  test('[PB2] regulators and unknown severities have no cadence', () => {
    expect(findCadence(defaultPlaybook, 'SEV1', 'regulator')).toEqual({ kind: 'none' });
    expect(findCadence(defaultPlaybook, 'SEV9', 'chat')).toEqual({ kind: 'none' });
  });
});

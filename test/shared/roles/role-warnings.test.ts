import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { roleWarnings } from '../../../shared/roles/role-warnings.ts';
import type { RolesEvent } from '../../../shared/roles/roles-events.ts';
import { assigned, givenRoles, joined } from '../../support/roles-builders.ts';
import { at } from '../../support/timeline-builders.ts';

const both = [assigned('ic', 'Ann Lee'), assigned('lead', 'Bob Ray')];
const warnings = (
  events: readonly RolesEvent[],
  clock = '09:10',
  severity: string | undefined = 'SEV1',
  busy: readonly string[] = [],
) => roleWarnings(givenRoles(...events), severity, defaultPlaybook, at(clock), busy);
const codes = (...given: Parameters<typeof warnings>) => warnings(...given).map(({ code }) => code);

describe('warnings about who does what', () => {
  it('[RO19] says that nobody commands or leads', () => {
    expect(codes([])).toEqual(['no-commander', 'no-lead']);
    expect(codes([assigned('ic', 'Ann Lee')])).toEqual(['no-lead']);
    expect(codes(both)).toEqual([]);
  });

  it.each([
    ['SEV1', true],
    ['SEV2', true],
    ['SEV3', false],
    ['SEV5', false],
    [undefined, false],
  ])('[RO20] one person in both roles at %s is warned, asked for a reason: %s', (severity, asksReason) => {
    const alone = [assigned('ic', 'Ann Lee'), assigned('lead', 'ann lee')];
    expect(roleWarnings(givenRoles(...alone), severity, defaultPlaybook, at('09:10'))).toMatchObject([
      { code: 'one-person-both', asksReason, person: 'Ann Lee' },
    ]);
  });

  it('[RO21] whoever gave a reason is not asked again', () => {
    const alone = [assigned('ic', 'Ann Lee'), assigned('lead', 'Ann Lee', '09:06', 'nobody else awake')];
    expect(warnings(alone)).toMatchObject([{ code: 'one-person-both', asksReason: false }]);
  });

  it('[RO22] a long shift is said half an hour before its end, for the one who holds the role now', () => {
    expect(codes(both, '12:34:59')).toEqual([]);
    expect(codes(both, '12:35')).toEqual(['long-shift', 'long-shift']);
    expect(warnings([...both, assigned('ic', 'Cy Fox', '12:00')], '12:35')).toMatchObject([
      { role: 'lead', person: 'Bob Ray' },
    ]);
  });

  it('[RO23] more people than one lead can hold, those with a role not counted', () => {
    const team = (count: number) => Array.from({ length: count }, (_, n) => joined(`Person ${n}`, '09:05', 'a task'));
    const leads = [...both, joined('Ann Lee'), joined('Bob Ray')];
    expect(codes([...leads, ...team(8)])).toEqual([]);
    expect(codes([...leads, ...team(9)])).toEqual(['span']);
  });

  it('[RO24] someone here for 30 minutes without role or task may be released', () => {
    const idle = [...both, joined('Cy Fox', '09:05')];
    expect(codes(idle, '09:34:59')).toEqual([]);
    expect(warnings(idle, '09:35')).toMatchObject([{ code: 'idle', person: 'Cy Fox' }]);
    expect(codes(idle, '09:35', 'SEV1', ['cy fox'])).toEqual([]);
    expect(codes([...both, joined('Cy Fox', '09:05', 'database')], '09:35')).toEqual([]);
  });
});

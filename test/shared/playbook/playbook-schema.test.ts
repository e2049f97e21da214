import { describe, expect, test } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { parsePlaybook } from '../../../shared/playbook/playbook-schema.ts';

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const errorOf = (change: object): string => {
  const result = parsePlaybook(asJson({ ...defaultPlaybook, ...change }));
  return result.ok ? 'accepted' : result.error;
};
const settings = (change: object) => ({ settings: { ...defaultPlaybook.settings, ...change } });

describe('parsePlaybook', () => {
  test('[PB7] the default playbook survives its own file', () => {
    expect(parsePlaybook(asJson(defaultPlaybook))).toEqual({ ok: true, value: defaultPlaybook });
  });

  test('[PB7] a filled one does too', () => {
    const filled = {
      ...defaultPlaybook,
      org: 'Harbour Books',
      publicZone: 'Europe/Prague',
      services: [
        { id: 'checkout', name: 'checkout', publicName: 'Checkout', objectives: { rpoMinutes: 0, rtoMinutes: 240 } },
      ],
      people: [
        { id: 'ann', name: 'Ann Lee', role: 'on duty', phones: ['+420 601'], escalation: 1, note: '' },
        { id: 'bo', name: 'Bo', role: '', phones: [], email: 'bo@example.org', note: 'nights' },
      ],
      bridges: [{ name: 'Main', number: '+1 555 0100', pin: '0042' }],
    };
    expect(parsePlaybook(asJson(filled))).toEqual({ ok: true, value: filled });
  });

  test.each([
    ['nothing', null, 'playbook: should be object'],
    ['a text', 'format 1', 'playbook: should be object'],
    ['another format', { ...defaultPlaybook, format: 2 }, 'format: should be 1'],
  ])('[PB8] refuses %s', (_, input, error) => {
    expect(parsePlaybook(asJson(input))).toEqual({ ok: false, error });
  });

  test.each([
    ['a missing field', settings({ ackMinutes: undefined }), 'settings.ackMinutes: is missing'],
    ['a text for a number', settings({ ackMinutes: '5' }), 'settings.ackMinutes: should be number'],
    ['an unknown field', settings({ ackMinuts: 5 }), 'settings: unknown field "ackMinuts"'],
    [
      'a word out of a list',
      settings({ resolveClock: 'moon' }),
      'settings.resolveClock: should be "wall" or "business"',
    ],
    ['a severity nobody has', settings({ watchMinutes: { SEV9: 5 } }), 'settings.watchMinutes: no severity "SEV9"'],
    ['a zone that does not exist', { displayZone: 'Mars/Base' }, 'displayZone: no time zone "Mars/Base"'],
    ['the device zone in public texts', { publicZone: 'local' }, 'publicZone: no time zone "local"'],
    [
      'a service whose longest stop is below its target',
      { services: [{ id: 'a', name: 'A', objectives: { rtoMinutes: 60, mtpdMinutes: 30 } }] },
      'services[0].objectives.mtpdMinutes: is below rtoMinutes',
    ],
    [
      'an unknown placeholder',
      { nextUpdateLine: 'Next by {{nextUpdate}}.' },
      'nextUpdateLine: unknown placeholder {{nextUpdate}}',
    ],
    [
      'two people of one id',
      { people: ['A', 'B'].map((name) => ({ id: 'x', name, role: '', phones: [], note: '' })) },
      'people[1]: "x" is there twice',
    ],
  ])('[PB8] names where and what: %s', (_, change, error) => {
    expect(errorOf(change)).toBe(error);
  });

  test('[PB8] a fallback that leads nowhere or in a circle', () => {
    const withFallback = (id: string, fallback: string) => ({
      roles: defaultPlaybook.roles.map((role) => (role.id === id ? { ...role, fallback } : role)),
    });
    expect(errorOf(withFallback('deputy', 'boss'))).toBe('roles[3].fallback: no role "boss"');
    expect(errorOf(withFallback('comms', 'support'))).toBe(
      'roles[5].fallback: "comms" falls back in a circle; roles[6].fallback: "support" falls back in a circle',
    );
  });

  test('[PB8] ic and lead cannot be taken out, nor an audience', () => {
    expect(errorOf({ roles: defaultPlaybook.roles.filter(({ id }) => id !== 'lead') })).toContain(
      'roles: "lead" is missing',
    );
    expect(errorOf({ audiences: defaultPlaybook.audiences.slice(1) })).toBe('audiences: "chat" is missing');
  });

  test('[PB8] many faults are cut to five and counted', () => {
    const error = errorOf({ phrases: Array.from({ length: 8 }, (_, n) => ({ id: `p${n}`, name: 'P', text: '' })) });
    expect(error.split('; ')).toHaveLength(6);
    expect(error).toMatch(/^phrases\[0\]\.text: must not be empty; .*; and 3 more$/);
  });
});

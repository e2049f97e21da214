import { expect, test } from 'vitest';
import { alarmWords, deadlines, unheardAlarms } from '../../../shared/updates/alarms.ts';
import { audienceClocks } from '../../../shared/updates/urgency.ts';
import { declared, type Step, sent, testPlaybook, time, world } from '../../support/updates-world.ts';

const at = (steps: readonly Step[], now: string, playbook = testPlaybook) =>
  deadlines(world(steps, playbook), time(now));
const ringing = (steps: readonly Step[], now: string, told: ReadonlySet<string> = new Set()) =>
  unheardAlarms(at(steps, now), told).map(({ audience }) => audience);

test('[AL1] an audience rings when it is due, and not a moment before', () => {
  expect(ringing([declared()], '09:08:59')).toEqual([]);
  // SEV1, detected 09:04: responders after 5 min, public after 10.
  expect(ringing([declared()], '09:09')).toEqual(['chat']);
  expect(ringing([declared()], '09:14')).toContain('public');
});

test('[AL1] a due instant rings once; the next promise is another one', () => {
  const told = new Set(at([declared()], '09:14').map(({ key }) => key));
  expect(ringing([declared()], '09:40', told)).toEqual([]);
  const promised = [declared(), sent('public', '09:15', { promise: '09:35' })];
  expect(ringing(promised, '09:34:59', told)).toEqual([]);
  expect(ringing(promised, '09:35', told)).toEqual(['public']);
});

test('[AL2] it is said in one sentence, with how late from the first minute on', () => {
  const publicOne = at([declared()], '09:14').find(({ audience }) => audience === 'public');
  if (!publicOne) throw new Error('The public has a clock.');
  expect(alarmWords(publicOne, time('09:14:30'))).toBe('Public update is due now.');
  expect(alarmWords(publicOne, time('09:26:30'))).toBe('Public update is 12m 30s overdue.');
});

test('[AL2] of several that are due at once the most urgent is said first, as everywhere', () => {
  // Support and the public are due at the same moment; who was never told comes first.
  const steps = [
    declared(),
    sent('public', '09:10', { promise: '09:30' }),
    sent('chat', '09:10', { promise: '09:50' }),
  ];
  const names = at(steps, '09:50').map(({ audience }) => audience);
  expect(names).toEqual(audienceClocks(world(steps), time('09:50')).map(({ audience }) => audience));
  expect(names).not.toEqual(testPlaybook.audiences.map(({ id }) => id).filter((id) => names.includes(id)));
});

test('[AL1] the clock of an authority that is switched on rings too', () => {
  const [preset] = testPlaybook.regulators;
  if (!preset) throw new Error('The playbook presets clocks.');
  const clock = { ...preset, enabled: true, triggerInstant: 'awareAt', offset: { unit: 'hours', count: 1 } } as const;
  const playbook = { ...testPlaybook, regulators: [{ ...clock, calendar: 'wall' as const }] };
  const steps: readonly Step[] = [
    declared(),
    ['09:10', { type: 'RegulatorInstantRecorded', instant: 'awareAt', at: '09:05' }],
  ];
  const names = unheardAlarms(at(steps, '10:05', playbook), new Set()).map(({ name }) => name);
  expect(names).toContain(preset.name);
});

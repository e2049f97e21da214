import { expect, test } from 'vitest';
import { readMoment } from '../../../renderer/ui/read-moment.ts';
import { toInstant } from '../../support/incident-player.ts';

const now = toInstant('10:31');
const read = (text: string, zone = 'UTC', at = now) => readMoment({ text }, zone, at);

test('[MOM1] an empty field is the moment of recording', () => {
  expect(read('  ')).toEqual({ kind: 'now' });
});

test('[MOM2] a clock time is read in the zone beside the field, and kept as typed', () => {
  expect(read('9:04')).toMatchObject({ kind: 'at', at: '2026-03-02T09:04:00.000Z' });
  expect(read('10:04', 'Europe/Prague')).toEqual({
    kind: 'at',
    at: '2026-03-02T09:04:00.000Z',
    typed: { text: '10:04', zone: 'Europe/Prague', offsetMinutes: 60 },
  });
});

test('[MOM6] of something to come a clock time is the next such moment', () => {
  const coming = (text: string) => readMoment({ text }, 'UTC', now, 'coming');
  expect(coming('9:04')).toMatchObject({ kind: 'at', at: '2026-03-03T09:04:00.000Z' });
  expect(coming('11:00')).toMatchObject({ kind: 'at', at: toInstant('11:00') });
  expect(coming('2026-03-05 09:00')).toMatchObject({ kind: 'at', at: '2026-03-05T09:00:00.000Z' });
  expect(coming('soon')).toMatchObject({ kind: 'bad' });
});

test('[MOM3] what is over 12 h back, or was shown twice, is asked; the answer counts', () => {
  const asked = read('22:00');
  expect(asked).toMatchObject({ kind: 'ask', why: 'long-ago' });
  const chosen = asked.kind === 'ask' ? asked.candidates[0] : undefined;
  expect(chosen && readMoment({ text: '22:00', chosen }, 'UTC', now)).toMatchObject({ kind: 'at', at: chosen });
  const autumn = toInstant('2026-10-25T08:00:00.000Z');
  expect(read('02:30', 'Europe/Prague', autumn)).toMatchObject({ kind: 'ask', why: 'twice' });
  expect(read('2026-10-25 02:30', 'Europe/Prague', autumn)).toMatchObject({
    kind: 'ask',
    candidates: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
  });
});

test('[MOM4] a day before the time reaches further back', () => {
  expect(read('2026-02-20 9:15', 'Europe/Prague')).toMatchObject({ kind: 'at', at: '2026-02-20T08:15:00.000Z' });
  expect(read('2026-02-20T09:15:00Z')).toMatchObject({ kind: 'at', at: '2026-02-20T09:15:00.000Z' });
});

test('[MOM5] text that is no time says so, with an example', () => {
  expect(read('soon')).toMatchObject({ kind: 'bad', sentence: '"soon" is no time of day like 14:05.' });
  expect(read('2026-02-31 09:00')).toMatchObject({ kind: 'bad' });
  expect(read('2026-03-29 02:30', 'Europe/Prague')).toMatchObject({
    kind: 'bad',
    sentence: 'The clock in Europe/Prague never showed 2026-03-29 02:30.',
  });
});

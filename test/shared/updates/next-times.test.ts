import { describe, expect, it } from 'vitest';
import { minutesToMs } from '../../../shared/kernel/duration.ts';
import {
  longestWaitMs,
  offeredNextTimes,
  promiseInText,
  readNextTime,
  withNextTime,
} from '../../../shared/updates/next-times.ts';
import { declared, time, world } from '../../support/updates-world.ts';

const sev1 = world([declared()]);
const typed = (text: string, now = '10:31:40') =>
  readNextTime(text, { zone: 'UTC', now: time(now), longestMs: longestWaitMs(sev1, 'public', time(now)) });

describe('the next update time', () => {
  it('[NT1] offers the cadence and a shorter wait, both cut to 5 min', () => {
    expect(offeredNextTimes(sev1, 'public', time('10:31'))).toEqual([
      { waitMs: minutesToMs(15), at: time('10:45') },
      { waitMs: minutesToMs(20), at: time('10:50') },
    ]);
  });

  it('[NT1] offers nothing to an audience without an interval', () => {
    expect(offeredNextTimes(world([declared('SEV4')]), 'public', time('10:31'))).toEqual([]);
  });

  it('[NT2] reads a typed time as the first such moment ahead', () => {
    expect(typed('10:45')).toEqual({ ok: true, value: time('10:45') });
    expect(typed('00:05', '23:55')).toEqual({ ok: true, value: time('2026-03-03T00:05:00.000Z') });
  });

  it('[NT2] refuses a time later than the cadence and says the latest one', () => {
    expect(typed('11:30')).toEqual({ ok: false, error: 'The cadence is 20m: 10:51 at the latest.' });
    expect(typed('soon')).toEqual({ ok: false, error: '"soon" is no time of day like 14:05.' });
  });

  it('[NT3] reads what a text promises as the nearest moment, behind as well as ahead', () => {
    const now = time('10:31:40');
    expect(promiseInText('Next update by 10:50 UTC.', 'UTC', now)).toBe(time('10:50'));
    expect(promiseInText('Next update by 10:30 UTC.', 'UTC', now)).toBe(time('10:30'));
    expect(promiseInText('Next update by 3 Mar 2026, 00:10 UTC.', 'UTC', time('23:55'))).toBe(
      time('2026-03-03T00:10:00.000Z'),
    );
    expect(promiseInText('We write when something changes.', 'UTC', now)).toBeUndefined();
  });

  it('[NT4] puts another time into a text without touching the rest', () => {
    expect(withNextTime('All is well. Next update by 10:30 UTC. Thank you.', '10:45 UTC')).toBe(
      'All is well. Next update by 10:45 UTC. Thank you.',
    );
    expect(withNextTime('No promise here.', '10:45 UTC')).toBe('No promise here.');
  });
});

import { describe, expect, it } from 'vitest';
import { typedMoment } from '../../../../renderer/features/capture/typed-moment.ts';
import { minutesToMs } from '../../../../shared/kernel/duration.ts';
import { toInstant } from '../../../support/incident-player.ts';

const said = (at: string, now: string, flagMinutes = 5) =>
  typedMoment(toInstant(at), { now: toInstant(now), zone: 'UTC', backdateFlagMs: minutesToMs(flagMinutes) });

describe('a time typed in the capture window', () => {
  it('[CP3] is said to be marked exactly where the timeline will mark it, by the setting of the playbook', () => {
    expect(said('09:30', '09:35')).toBe('Typed 09:30: 5m ago.');
    expect(said('09:30', '09:35:01')).toBe('Typed 09:30: 5m ago, will be marked as recorded later.');
    expect(said('09:30', '09:50', 30)).toBe('Typed 09:30: 20m ago.');
    expect(said('09:30', '09:31:30', 1)).toContain('will be marked');
  });

  it('[CP3] is said with its age, and with its day where that is another one', () => {
    expect(said('09:30', '12:00')).toContain('2h 30m ago');
    expect(said('2026-03-01T23:50:00.000Z', '00:02')).toContain('Typed 23:50 on 1 Mar 2026: 12m ago');
  });
});

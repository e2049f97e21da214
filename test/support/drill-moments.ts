import type { Instant } from '../../shared/kernel/instant.ts';

/** Where the people of the drill are: their clocks read one hour later than UTC. */
export const drillZone = 'Europe/Prague';

/** Monday 23 November 2026 by its time of day in UTC, with or without seconds. */
export const on = (clock: string): Instant =>
  `2026-11-23T${clock.length === 5 ? `${clock}:00` : clock}.000Z` as Instant;

/** `10:05` for 09:05 UTC: what somebody in the room reads and types. */
export const inRoom = (clock: string): string => {
  const [hours = '', minutes = ''] = clock.split(':');
  return `${String(Number(hours) + 1).padStart(2, '0')}:${minutes}`;
};

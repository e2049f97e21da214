const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
/** 24 hours: a day of the calendar in UTC, never the hour more or less that a zone may have. */
export const dayMs = 24 * hour;

/**
 * As people read it (domain.md 2.1): under 1 min `42s`, under 1 h `17m 30s`, under 48 h `3h 05m`, else `10d 07h`.
 * Cut, never rounded: a clock must not show a minute that has not passed. A negative span carries a minus sign.
 */
export const formatDuration = (ms: number): string => {
  if (ms < 0) return `-${formatDuration(-ms)}`;
  if (ms < minute) return `${Math.floor(ms / second)}s`;
  if (ms < hour) return `${Math.floor(ms / minute)}m ${pad(((ms % hour) % minute) / second)}s`;
  if (ms < 2 * dayMs) return `${Math.floor(ms / hour)}h ${pad((ms % hour) / minute)}m`;
  return `${Math.floor(ms / dayMs)}d ${pad((ms % dayMs) / hour)}h`;
};

/** As `formatDuration`, without a last part that is nothing: `20m`, `2h`, `1h 30m`. For lengths that people set. */
export const formatLimit = (ms: number): string => formatDuration(ms).replace(/ 00[sm]$/, '');

/** How long ago something was: `10m`, whole minutes, cut, under 1 h; then as `formatDuration`. */
export const formatAge = (ms: number): string => (ms < hour ? `${Math.floor(ms / minute)}m` : formatDuration(ms));

/** ISO 8601 in hours, minutes and seconds (`PT247H`, `PT1H10M`, `PT0S`), cut to whole seconds, never rounded. */
export const isoDuration = (ms: number): string => {
  if (ms < 0) return `-${isoDuration(-ms)}`;
  const hours = Math.floor(ms / hour);
  const minutes = Math.floor((ms % hour) / minute);
  const seconds = Math.floor((ms % minute) / second);
  const text = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  return `PT${text || '0S'}`;
};

export const minutesToMs = (minutes: number): number => minutes * minute;
export const hoursToMs = (hours: number): number => hours * hour;

const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');

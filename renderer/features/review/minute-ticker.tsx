import { useEffect } from 'react';
import { minutesToMs } from '../../../shared/kernel/duration.ts';
import { type Instant, instantToMs, msToInstant } from '../../../shared/kernel/instant.ts';
import { useNow } from '../../state/clock.ts';

/** The whole minute that `instant` lies in: how fine the running figures of a document have to be. */
export const wholeMinute = (instant: Instant): Instant => {
  const minuteMs = minutesToMs(1);
  return msToInstant(Math.floor(instantToMs(instant) / minuteMs) * minuteMs);
};

/** Tells the minute when it changes. A component of its own: it alone renders every second. */
export const MinuteTicker = ({ onMinute }: { readonly onMinute: (minute: Instant) => void }) => {
  const minute = wholeMinute(useNow());
  useEffect(() => onMinute(minute), [minute, onMinute]);
  return null;
};

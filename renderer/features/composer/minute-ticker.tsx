import { useEffect } from 'react';
import { minutesToMs } from '../../../shared/kernel/duration.ts';
import { type Instant, instantToMs, msToInstant } from '../../../shared/kernel/instant.ts';
import { useNow } from '../../state/clock.ts';

/** Tells the minute when it changes. A component of its own: it alone renders every second. */
export const MinuteTicker = ({ onMinute }: { readonly onMinute: (minute: Instant) => void }) => {
  const now = useNow();
  const minuteMs = minutesToMs(1);
  const minute = msToInstant(Math.floor(instantToMs(now) / minuteMs) * minuteMs);
  useEffect(() => onMinute(minute), [minute, onMinute]);
  return null;
};

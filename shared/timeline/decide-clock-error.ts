import { hoursToMs } from '../kernel/duration.ts';
import { ok, type Result } from '../kernel/result.ts';
import { requireText, toOccurrence } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import type { StateClockError } from './timeline-commands.ts';
import type { TimelineEvent } from './timeline-events.ts';

/** More is no clock that runs fast or slow, but a wrong date. */
const mostErrorMs = hoursToMs(24);

/** Any device may be spoken of: whoever merges two records may be the first to see that a clock was wrong. */
export const stateClockError = (
  command: StateClockError,
  asking: Asking,
): Result<readonly TimelineEvent[], Refusal> => {
  const against = requireText(
    command.against,
    'clock.no-reference',
    'Say which clock it was compared with: "NTP of the data centre", "the phone network".',
    'against',
  );
  if (!against.ok) return against;
  if (Math.abs(command.errorMs) > mostErrorMs)
    return refuse(
      'clock.too-much',
      'An error of more than 24 hours is a wrong date: set the clock of the device. That it was moved is seen by itself.',
      'errorMs',
    );
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  const { device = asking.by.device, errorMs } = command;
  return ok([{ ...base.value, type: 'ClockErrorStated', device: device.trim(), errorMs, against: against.value }]);
};

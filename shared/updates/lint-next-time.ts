import { formatDuration, minutesToMs } from '../kernel/duration.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { formatClock, toLocalTime, zoneName } from '../kernel/zone.ts';
import { currentSeverity } from '../lifecycle/severity.ts';
import { cadenceOf, intervalMs, stretchAt } from './cadence.ts';
import { type Finding, isRunning, type LintCheck, type LintContext, places } from './lint-check.ts';
import { detectedAtOf } from './updates-input.ts';

const halfDayMinutes = 12 * 60;

/** The promise at the end of every update until the incident is restored (domain.md 5.3 and 5.6). */
export const nextTimeChecks: readonly LintCheck[] = [
  {
    code: 'next-time',
    passed: 'Next update in the future, with zone',
    applies: (context) => context.audience !== 'regulator' && isRunning(context) && hasInterval(context),
    find: (context) => {
      const [line] = places(context.text, /next update (?:by|at) [^.\n]*/gi);
      if (line) return timeFindings(context, line.found, line.range.start);
      if (/last update/i.test(context.text)) return [];
      return [{ code: 'next-time-missing', message: 'It does not say when we speak again.' }];
    },
  },
  {
    code: 'promise-late',
    passed: 'Promise within the cadence',
    applies: (context) => context.promisedAt !== undefined && isRunning(context) && hasInterval(context),
    find: (context) => {
      const everyMs = currentIntervalMs(context);
      if (!context.promisedAt || elapsedMs(context.now, context.promisedAt) <= everyMs) return [];
      return [{ message: `The next time is later than the cadence of ${formatDuration(everyMs)} allows.` }];
    },
  },
];

const timeFindings = (context: LintContext, line: string, lineStart: number): readonly Finding[] => {
  const { now, zone, promisedAt } = context;
  const match = /(\d{1,2}):(\d{2})(?:\s+(\p{L}[\p{L}\d+:-]*))?/u.exec(line);
  if (!match) return [{ code: 'next-time-missing', message: 'The next update has no clock time.' }];
  const range = { start: lineStart + match.index, end: lineStart + match.index + match[0].length };
  const fixWith = (replacement: string) => ({ label: `Write ${replacement}`, replacement });
  const clock = `${match[1]?.padStart(2, '0')}:${match[2]}`;
  const named = zoneName(now, zone);
  const findings: Finding[] = [];
  if (match[3] !== named)
    findings.push({
      code: 'next-time-zone',
      message: match[3] ? `The zone of this text is ${named}.` : 'The next time has no zone.',
      range,
      fix: fixWith(`${clock} ${named}`),
    });
  if (promisedAt && formatClock(promisedAt, zone) !== clock)
    findings.push({
      code: 'next-time-differs',
      message: `The text says ${clock}, the promise to be stored is ${formatClock(promisedAt, zone)}.`,
      range,
      fix: fixWith(`${formatClock(promisedAt, zone)} ${zoneName(promisedAt, zone)}`),
    });
  if (promisedAt ? promisedAt <= now : minutesAhead(context, Number(match[1]), Number(match[2])) <= 0)
    findings.push({ code: 'next-time-past', message: 'The next time is in the past.', range });
  return findings;
};

/** To the nearest moment with that clock time: at most half a day back or ahead. */
const minutesAhead = ({ now, zone }: LintContext, hour: number, minute: number): number => {
  const local = toLocalTime(now, zone);
  const minutes = hour * 60 + minute - (local.hour * 60 + local.minute);
  if (minutes > halfDayMinutes) return minutes - 2 * halfDayMinutes;
  return minutes <= -halfDayMinutes ? minutes + 2 * halfDayMinutes : minutes;
};

const cadenceNow = ({ input, audience }: LintContext) =>
  cadenceOf(input.playbook, currentSeverity(input.lifecycle)?.severity, audience);

const hasInterval = (context: LintContext): boolean => cadenceNow(context).kind === 'interval';

// A minute of grace: the draft was begun a little before it is sent.
const currentIntervalMs = (context: LintContext): number => {
  const { input, now } = context;
  const detectedAt = detectedAtOf(input.lifecycle) ?? now;
  const restartedAt = input.lifecycle.reopenings.at(-1)?.recordedAt;
  const times = { detectedAt, restartedAt, sentAt: now };
  const factor = stretchAt(input.timeline.decisions.values(), input.playbook, times);
  return intervalMs(cadenceNow(context), input.playbook) * factor + minutesToMs(1);
};

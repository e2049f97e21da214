import { inRoom, on } from './drill-moments.ts';
import { drillSteps } from './drill-story.ts';

/** What a row of the metrics table has to say, worked out from the times of the drill and nothing else. */
interface Figure {
  readonly id: string;
  readonly name: string;
  readonly ms: number;
  readonly isRunning: boolean;
  readonly from: string;
  readonly to: string;
}

const clockOf = (name: string): string => {
  const step = drillSteps.find((each) => each.name === name);
  if (!step) throw new Error(`The drill has no step ${name}`);
  return step.clock;
};
const ms = (from: string, to: string) => Date.parse(on(to)) - Date.parse(on(from));

/** Harm and alert were typed at declaring; well again is when the queue was drained, not when somebody said "restored". */
const failure = '08:58';
const alert = '09:00';

/** The seven figures that domain.md 2.1 asks for, subtracted by hand; `now` is the moment of exporting. */
export const figuresByHand = (now: string): readonly Figure[] => {
  const row = (id: string, name: string, from: readonly [string, string], to: readonly [string, string]): Figure => ({
    id,
    name: `Time to ${name}`,
    ms: ms(from[1], to[1]),
    isRunning: false,
    from: `${from[0]} ${seconds(from[1])}`,
    to: `${to[0]} ${seconds(to[1])}`,
  });
  const failed = ['Failure', failure] as const;
  const detected = ['Detected', alert] as const;
  return [
    row('ttd', 'Detect', failed, detected),
    row('tta', 'Acknowledge', ['Alerted', alert], ['Acknowledged', clockOf('acknowledged')]),
    row('tti', 'Identify', failed, ['Identified', clockOf('identified')]),
    row('ttrRepair', 'Repair', failed, ['Fixed', clockOf('fixed')]),
    row('ttrRespond', 'Respond', detected, ['Fixed', clockOf('fixed')]),
    row('ttrRecover', 'Recover', failed, ['Recovered', clockOf('well')]),
    { ...row('ttrResolve', 'Resolve', failed, ['Resolved', now]), isRunning: true, to: 'Resolved' },
  ];
};

/** Three windows of harm that follow each other: from the assessment until the queue was drained. */
export const impactByHand = {
  impactedMs: ms(clockOf('triaged'), clockOf('well')),
  fullMs: ms(clockOf('full'), clockOf('partial')),
};

/** `17m 30s` under an hour, `1h 22m` from then on. */
export const inWords = (duration: number): string => {
  const two = (figure: number) => String(figure).padStart(2, '0');
  const inSeconds = duration / 1_000;
  const [hours, minutes] = [Math.floor(inSeconds / 3_600), Math.floor(inSeconds / 60) % 60];
  return hours > 0 ? `${hours}h ${two(minutes)}m` : `${minutes}m ${two(inSeconds % 60)}s`;
};

/** The row as it stands in the Markdown, up to its remarks. */
export const markdownRow = ({ name, ms: duration, isRunning, from, to }: Figure): string => {
  const value = isRunning ? `running, ${inWords(duration)} so far` : inWords(duration);
  return `| ${name} | ${value} | ${from} | ${to} |`;
};

const seconds = (clock: string): string => `${inRoom(clock)}:${clock.split(':')[2] ?? '00'}`;

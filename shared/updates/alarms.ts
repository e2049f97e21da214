import { formatDuration } from '../kernel/duration.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { dueTimes, type EscalationLevel } from './due.ts';
import { regulatorRows } from './regulator-due.ts';
import type { CadenceInput } from './updates-input.ts';
import { audienceClocks } from './urgency.ts';

/** Somebody waits for a word from us at a known moment: an audience, or an authority whose clock is switched on. */
export interface Deadline {
  /** The promise itself: another moment is another promise. */
  readonly key: string;
  /** What is to be written. */
  readonly audience: string;
  /** "Public update", "GDPR, 72 h". */
  readonly name: string;
  readonly at: Instant;
  readonly level: EscalationLevel;
}

/** Every clock that runs or ran out, the most urgent first: in the order that they have everywhere. */
export const deadlines = (input: CadenceInput, now: Instant): readonly Deadline[] => {
  const order = audienceClocks(input, now).map(({ audience }) => audience);
  return allDeadlines(input, now).toSorted((a, b) => order.indexOf(a.audience) - order.indexOf(b.audience));
};

const allDeadlines = (input: CadenceInput, now: Instant): readonly Deadline[] => [
  ...dueTimes(input, now).flatMap(({ audience, due }) => {
    if (due.kind !== 'clock') return [];
    const name = input.playbook.audiences.find(({ id }) => id === audience)?.name ?? audience;
    return [{ key: `${audience} ${due.at}`, audience, name: `${name} update`, at: due.at, level: due.level }];
  }),
  ...regulatorRows(input, now).flatMap(({ preset, due }) => {
    if (due.kind !== 'clock') return [];
    const level: EscalationLevel = due.leftMs <= 0 ? 1 : 0;
    return [{ key: `${preset.id} ${due.at}`, audience: 'regulator', name: preset.name, at: due.at, level }];
  }),
];

/** Those that are due and were not told yet: a due instant rings once, however often it is looked at. */
export const unheardAlarms = (all: readonly Deadline[], told: ReadonlySet<string>): readonly Deadline[] =>
  all.filter(({ key, level }) => level > 0 && !told.has(key));

/** `Public update is due now.` and from its first minute on `Public update is 12m 30s overdue.` */
export const alarmWords = ({ name, at }: Deadline, now: Instant): string => {
  const lateMs = elapsedMs(at, now);
  return lateMs < 60_000 ? `${name} is due now.` : `${name} is ${formatDuration(lateMs)} overdue.`;
};

import { given } from '../../../shared/kernel/given.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { ImpactLevel, InstantRange, Milestone } from '../../../shared/lifecycle/lifecycle.ts';
import type { CorrectMilestone, ReachMilestone } from '../../../shared/lifecycle/lifecycle-commands.ts';
import { emptyMoment, type MomentReading, type MomentText, readMoment } from '../../ui/read-moment.ts';

/** Everything that can be typed when a milestone is reached; what does not belong to it stays empty. */
export interface MilestoneValues {
  readonly at: MomentText;
  readonly isUnsure: boolean;
  readonly earliest: MomentText;
  readonly latest: MomentText;
  /** One piece a line: a link, a graph, a figure. */
  readonly evidence: string;
  readonly reason: string;
  readonly restoreFirst: boolean;
  readonly severity: string | null;
  readonly level: ImpactLevel | null;
  readonly impact: string;
  readonly scope: string;
  readonly cause: string;
  readonly change: string;
  readonly executor: string;
  readonly check: string;
  readonly rollback: string;
  readonly waiveReview: string;
}

export const emptyValues: MilestoneValues = {
  at: emptyMoment,
  isUnsure: false,
  earliest: emptyMoment,
  latest: emptyMoment,
  evidence: '',
  reason: '',
  restoreFirst: false,
  severity: null,
  level: null,
  impact: '',
  scope: '',
  cause: '',
  change: '',
  executor: '',
  check: '',
  rollback: '',
  waiveReview: '',
};

/** The form as a line has begun it. */
export const valuesOf = ({ at, typed, evidence, reason, severity, cause, fix }: ReachMilestone): MilestoneValues => ({
  ...emptyValues,
  ...given({ reason, severity, cause, ...fix, executor: fix?.executor, rollback: fix?.rollback }),
  at: at === undefined ? emptyMoment : { text: typed?.text ?? at, chosen: at },
  evidence: evidence?.join('\n') ?? '',
});

/** What is said by half and would be lost: a level and words belong together. Sentences by field. */
export const missingIn = (
  milestone: Milestone,
  { level, impact, scope }: MilestoneValues,
): { readonly level?: string; readonly impact?: string } => {
  const isSaid = level !== null || impact.trim() !== '' || scope.trim() !== '';
  if (milestone !== 'triaged' || !isSaid) return {};
  return given({
    level: level === null ? 'Choose the level as well.' : undefined,
    impact: impact.trim() === '' ? 'Say in one line what users feel.' : undefined,
  });
};

/** Undefined while something is said by half, or a typed time cannot be read or still asks which moment is meant. */
export const toReach = (
  milestone: Milestone,
  values: MilestoneValues,
  zone: string,
  now: Instant,
): ReachMilestone | undefined => {
  const when = readWhen(values, zone, now);
  if (!when || Object.keys(missingIn(milestone, values)).length > 0) return undefined;
  const { reason, cause, waiveReview, change, check, executor, rollback, impact, level, scope, severity } = values;
  return {
    type: 'ReachMilestone',
    milestone,
    ...when,
    ...evidenceOf(values),
    ...filled({ reason }),
    ...(milestone === 'triaged' && severity !== null ? { severity } : {}),
    ...(milestone === 'triaged' && values.restoreFirst ? { restoreFirst: true } : {}),
    ...(milestone === 'triaged' && level !== null
      ? { impact: { level, text: impact.trim(), ...filled({ scope }) } }
      : {}),
    ...(milestone === 'identified' ? filled({ cause }) : {}),
    ...(milestone === 'fixed' && (change.trim() !== '' || check.trim() !== '')
      ? { fix: { change: change.trim(), check: check.trim(), ...filled({ executor, rollback }) } }
      : {}),
    ...(milestone === 'resolved' ? filled({ waiveReview }) : {}),
  };
};

/** `shownAt` is the text the field began with: left as it was, the instant stays to the millisecond. */
export const toCorrect = (
  milestone: Milestone,
  values: MilestoneValues,
  shownAt: string,
  zone: string,
  now: Instant,
): CorrectMilestone | undefined => {
  const isSameTime = values.at.text.trim() === shownAt;
  const when = readWhen(isSameTime ? { ...values, at: emptyMoment } : values, zone, now);
  if (!when) return undefined;
  const { reason } = values;
  return { type: 'CorrectMilestone', milestone, ...when, ...evidenceOf(values), ...filled({ reason }) };
};

const readWhen = (values: MilestoneValues, zone: string, now: Instant) => {
  const at = readMoment(values.at, zone, now);
  const range = values.isUnsure ? readRange(values, zone, now) : {};
  if (!range || isOpen(at)) return undefined;
  return { ...(at.kind === 'at' ? { at: at.at, typed: at.typed } : {}), ...range };
};

const readRange = (values: MilestoneValues, zone: string, now: Instant) => {
  const [earliest, latest] = [readMoment(values.earliest, zone, now), readMoment(values.latest, zone, now)];
  if (isOpen(earliest) || isOpen(latest)) return undefined;
  // Without both ends it is an estimate and no range.
  if (earliest.kind !== 'at' || latest.kind !== 'at') return { estimated: true };
  const range: InstantRange = { earliest: earliest.at, latest: latest.at };
  return { estimated: true, range };
};

const isOpen = (reading: MomentReading): boolean => reading.kind === 'ask' || reading.kind === 'bad';

const evidenceOf = ({ evidence }: MilestoneValues) => {
  const lines = evidence
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.length > 0 ? { evidence: lines } : {};
};

const filled = <Fields extends Readonly<Record<string, string>>>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value.trim() !== '')
      .map(([name, value]) => [name, value.trim()]),
  ) as Partial<Fields>;

import { byText, compareTexts } from '../kernel/by-text.ts';
import { minutesToMs } from '../kernel/duration.ts';
import { type Instant, instantToMs } from '../kernel/instant.ts';
import { dueTimes } from './due.ts';
import { lastSent } from './fact-context.ts';
import { regulatorRows } from './regulator-due.ts';
import type { CadenceInput } from './updates-input.ts';

/** An audience, or the authorities, whose clock runs or ran out. */
export interface AudienceClock {
  readonly audience: string;
  readonly at: Instant;
  /** False until the first update went out: a first update is owed like any other. */
  readonly told: boolean;
}

/** Every clock, the most urgent first. In the same minute whoever was never told comes first: silence weighs more. */
export const audienceClocks = (input: CadenceInput, now: Instant): readonly AudienceClock[] => {
  const ends = [
    ...dueTimes(input, now).flatMap(({ audience, due }) => (due.kind === 'clock' ? [{ audience, at: due.at }] : [])),
    ...regulatorRows(input, now)
      .flatMap(({ due }) => (due.kind === 'clock' ? [{ audience: 'regulator', at: due.at }] : []))
      .toSorted(byText(({ at }) => at))
      .slice(0, 1),
  ];
  return ends
    .map((end) => ({ ...end, told: lastSent(input, end.audience) !== undefined }))
    .toSorted((a, b) => minuteOf(a) - minuteOf(b) || Number(a.told) - Number(b.told) || compareTexts(a.at, b.at));
};

/** The audience to write for now; `without` is the one that was just served. Undefined where no clock runs. */
export const mostUrgentAudience = (input: CadenceInput, now: Instant, without?: string): AudienceClock | undefined =>
  audienceClocks(input, now).find(({ audience }) => audience !== without);

const minuteOf = ({ at }: { readonly at: Instant }) => Math.floor(instantToMs(at) / minutesToMs(1));

import { byText } from '../kernel/by-text.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import type { Certainty } from './timeline-events.ts';
import type { Hypothesis, TimelineState } from './timeline-state.ts';

export interface HypothesisBoard {
  /** The one the situation board and updates speak of: the newest confirmed, else the most trusted open one. */
  readonly current?: Hypothesis;
  /** Oldest first. */
  readonly open: readonly Hypothesis[];
  readonly confirmed: readonly Hypothesis[];
  /** Ruled out stays in sight: nobody should test it again. */
  readonly refuted: readonly Hypothesis[];
}

export const hypothesisBoard = ({ hypotheses }: TimelineState): HypothesisBoard => {
  const all = [...hypotheses.values()];
  const open = all.filter(({ state }) => state === 'open');
  const confirmed = all.filter(({ state }) => state === 'confirmed').sort(byText(({ judgedAt }) => judgedAt ?? ''));
  const refuted = all.filter(({ state }) => state === 'refuted');
  const current = confirmed.at(-1) ?? open.toSorted((a, b) => trust(a) - trust(b)).at(-1);
  return { open, confirmed, refuted, ...(current && { current }) };
};

/** How long the result of a test is overdue in ms; undefined while it is not, or nothing was promised. */
export const testOverdueMs = ({ event, state }: Hypothesis, now: Instant): number | undefined =>
  state === 'open' && event.testDueAt !== undefined && event.testDueAt <= now
    ? elapsedMs(event.testDueAt, now)
    : undefined;

const trust = ({ event }: Hypothesis) => ranks[event.confidence ?? 'guess'];
const ranks: Readonly<Record<Certainty, number>> = { guess: 0, likely: 1, confirmed: 2 };

import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import type { MilestoneFacts } from '../../../shared/lifecycle/metric-record.ts';

const shownForMs = 1000;

/**
 * The shown whole second, or a milestone of this very second: it is recorded to the millisecond and would lie in the
 * future of the clock until the next tick.
 */
export const momentOfClocks = (shown: Instant, milestones: MilestoneFacts): Instant =>
  Object.values(milestones)
    .map(({ at }) => at)
    .filter((at) => at > shown && elapsedMs(shown, at) < shownForMs)
    .reduce((latest, at) => (at > latest ? at : latest), shown);

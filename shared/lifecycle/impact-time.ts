import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { type ImpactLevel, impactLevels } from './lifecycle.ts';

/** A span at one harmful level; without `to` it is still going on. */
export interface ImpactWindow {
  readonly from: Instant;
  readonly to?: Instant;
  readonly level: Exclude<ImpactLevel, 'none'>;
  /** Set when the span is known for one service only. */
  readonly service?: string;
}

export interface ImpactTime {
  /** Milliseconds at any harmful level. */
  readonly impacted: number;
  /** Milliseconds at level `full`. */
  readonly full: number;
  /** From the failure to the first drop to a lower level; absent while it has not dropped. */
  readonly mitigateMs?: number;
  readonly mitigatedAt?: Instant;
  /** True while a window is open. */
  readonly goesOn: boolean;
}

/**
 * Sums windows up to `now`. Where windows overlap the worst level counts, once. `failureAt` is the start of
 * `mitigateMs`, by default the start of the first window.
 */
export const impactTime = (windows: readonly ImpactWindow[], now: Instant, failureAt?: Instant): ImpactTime => {
  const known = windows.filter((window) => window.from <= now);
  const edges = [...new Set(known.flatMap(({ from, to }) => (to && to <= now ? [from, to] : [from, now])))].sort();
  let [impacted, full] = [0, 0];
  let mitigatedAt: Instant | undefined;
  let before: ImpactLevel = 'none';
  for (const [index, edge] of edges.entries()) {
    const level = levelAt(known, edge);
    if (!mitigatedAt && isWorse(before, level) && (!failureAt || edge > failureAt)) mitigatedAt = edge;
    const ms = elapsedMs(edge, edges[index + 1] ?? edge);
    if (level !== 'none') impacted += ms;
    if (level === 'full') full += ms;
    before = level;
  }
  const start = failureAt ?? edges[0];
  const mitigated = mitigatedAt && start ? { mitigatedAt, mitigateMs: elapsedMs(start, mitigatedAt) } : {};
  return { impacted, full, ...mitigated, goesOn: known.some((window) => !window.to || window.to > now) };
};

export const isWorse = (level: ImpactLevel, than: ImpactLevel): boolean =>
  impactLevels.indexOf(level) < impactLevels.indexOf(than);

export const worstLevel = (levels: readonly ImpactLevel[]): ImpactLevel =>
  levels.reduce((worst, level) => (isWorse(level, worst) ? level : worst), 'none');

const levelAt = (windows: readonly ImpactWindow[], at: Instant): ImpactLevel =>
  worstLevel(windows.filter(({ from, to }) => from <= at && (!to || to > at)).map(({ level }) => level));

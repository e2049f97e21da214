import { elapsedMs, type Instant, instantToMs, msToInstant } from '../kernel/instant.ts';
import { offsetMinutes } from '../kernel/zone.ts';

/** A stretch of the axis on which time runs evenly. */
interface AxisSegment {
  readonly from: Instant;
  readonly to: Instant;
  readonly x: number;
  readonly width: number;
}

/** Time that is not drawn: weeks of follow-up would squash the first hours into a line. */
interface AxisBreak {
  readonly x: number;
  readonly width: number;
  readonly ms: number;
}

export interface ChartScale {
  readonly segments: readonly AxisSegment[];
  readonly breaks: readonly AxisBreak[];
  /** Left of the axis for moments before it, right of it for later ones, inside a break for cut time. */
  readonly toX: (at: Instant) => number;
  /** Round moments at a readable distance. */
  readonly ticks: readonly Instant[];
}

const breakWidth = 28;
const minute = 60_000;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080].map((minutes) => minutes * minute);
const tickDistance = 64;

/**
 * An axis over all `moments` from `x` on, `width` wide. A quiet gap that is over an hour and longer than one and a
 * half times everything shorter is cut, and so is every longer one.
 */
export const createChartScale = (moments: readonly Instant[], x: number, width: number, zone: string): ChartScale => {
  const sorted = [...new Set(moments)].sort();
  const spans = toSpans(sorted);
  const cut = spans.length - 1;
  const drawnMs = Math.max(
    1,
    spans.reduce((sum, [from, to]) => sum + elapsedMs(from, to), 0),
  );
  const perMs = (width - cut * breakWidth) / drawnMs;
  const segments: AxisSegment[] = [];
  const breaks: AxisBreak[] = [];
  let left = x;
  for (const [from, to] of spans) {
    const before = segments.at(-1);
    if (before) {
      breaks.push({ x: left, width: breakWidth, ms: elapsedMs(before.to, from) });
      left += breakWidth;
    }
    const segment = { from, to, x: left, width: elapsedMs(from, to) * perMs };
    segments.push(segment);
    left += segment.width;
  }
  const toX = (at: Instant): number => positionOf(at, segments, perMs);
  const week = steps.at(-1) as number;
  // A mistyped year makes it centuries.
  const weeks = () => Math.ceil(tickDistance / perMs / week) * week;
  const step = steps.find((candidate) => candidate * perMs >= tickDistance) ?? weeks();
  return { segments, breaks, toX, ticks: segments.flatMap((segment) => ticksIn(segment, step, zone)) };
};

type Span = readonly [from: Instant, to: Instant];

const toSpans = (sorted: readonly Instant[]): readonly Span[] => {
  const [first] = sorted;
  if (first === undefined) throw new Error('A chart needs at least one moment');
  const shortestCut = findShortestCut(sorted);
  const spans: Span[] = [];
  let from = first;
  let to = first;
  for (const at of sorted.slice(1)) {
    if (elapsedMs(to, at) >= shortestCut) {
      spans.push([from, to]);
      from = at;
    }
    to = at;
  }
  return [...spans, [from, to]];
};

/** Ms from which on a gap is cut; infinite when nothing is. */
const findShortestCut = (sorted: readonly Instant[]): number => {
  const gaps = sorted.slice(1).map((at, index) => elapsedMs(sorted[index] as Instant, at));
  let shorter = 0;
  for (const gap of gaps.sort((a, b) => a - b)) {
    if (gap > 60 * minute && shorter >= 10 * minute && gap > 1.5 * shorter) return gap;
    shorter += gap;
  }
  return Number.POSITIVE_INFINITY;
};

const positionOf = (at: Instant, segments: readonly AxisSegment[], perMs: number): number => {
  const home = segments.findLast(({ from }) => from <= at) ?? (segments[0] as AxisSegment);
  const offset = elapsedMs(home.from, at) * perMs;
  const isCut = at > home.to && home !== segments.at(-1);
  return isCut ? home.x + home.width + breakWidth / 2 : home.x + Math.max(0, Math.min(offset, home.width));
};

// Aligned in the zone: on a clock that is half an hour off, full hours are still the round ones.
const ticksIn = ({ from, to }: AxisSegment, stepMs: number, zone: string): readonly Instant[] => {
  const shift = offsetMinutes(from, zone) * minute;
  const ticks: Instant[] = [];
  const first = Math.ceil((instantToMs(from) + shift) / stepMs) * stepMs - shift;
  for (let ms = first; ms <= instantToMs(to); ms += stepMs) ticks.push(msToInstant(ms));
  return ticks;
};

import { compareTexts } from '../kernel/by-text.ts';
import { formatDuration } from '../kernel/duration.ts';
import { addMs, elapsedMs, type Instant, latest } from '../kernel/instant.ts';
import type { Published } from '../kernel/published.ts';
import type { Commit, CommitRef } from '../record/commit.ts';
import type { EventId, WriterId } from '../record/ids.ts';
import { type ClockReading, clockStepMs, clockToleranceMs } from './clock-step.ts';

/** A place in the record where the clock of a device did not simply run on; worked out from the commits alone. */
export interface ClockMove {
  readonly device: string;
  /** Positive when forward: set, or the device slept. */
  readonly stepMs: number;
  /** The machine was started in between: it was set back by at least so much. */
  readonly isAtLeast: boolean;
  /** The clock of this other device ran ahead of it: nobody moved anything, but the two do not agree. */
  readonly against?: string;
  /** In the log: the first event recorded after it. */
  readonly index: number;
  /** The last events recorded before it, and the first after. */
  readonly before: readonly EventId[];
  readonly after: readonly EventId[];
}

/** What was last seen of each clock: all that is needed to tell whether the next commit fits. */
export interface ClockTrailDraft {
  moves: ClockMove[];
  lastOfBoot: Map<string, Seen>;
  /** The latest instant of each writer, which need not be its last commit. */
  latestOfWriter: Map<WriterId, Seen>;
  latestOfAll: Instant | undefined;
  /** Devices whose clock is known to be behind already: told once, not at every commit. */
  behind: Set<string>;
}
export type ClockTrail = Published<ClockTrailDraft>;

interface Seen {
  readonly ref: CommitRef;
  readonly device: string;
  readonly reading: ClockReading;
  readonly events: readonly EventId[];
}

export const initialClockTrail = (): ClockTrailDraft => ({
  moves: [],
  lastOfBoot: new Map(),
  latestOfWriter: new Map(),
  latestOfAll: undefined,
  behind: new Set(),
});

/**
 * Takes in the next commit in the order of application.
 * @param index of its first event in the log
 */
export const evolveClockTrail = (
  draft: ClockTrailDraft,
  commit: Commit,
  index: number,
  hasSeen: (other: CommitRef) => boolean,
): void => {
  const now: Seen = {
    ref: { writer: commit.writer, seq: commit.seq },
    device: commit.by.device,
    reading: { wall: commit.recordedAt, monoMs: commit.monoMs, boot: commit.boot },
    events: commit.events.map(({ id }) => id),
  };
  const move = stepOf(draft, now) ?? lagOf(draft, now, hasSeen);
  if (move) draft.moves.push({ device: now.device, index, after: now.events, ...move });
  draft.lastOfBoot.set(commit.boot, now);
  const known = draft.latestOfWriter.get(commit.writer);
  if (!known || known.reading.wall < commit.recordedAt) draft.latestOfWriter.set(commit.writer, now);
  draft.latestOfAll = latest(draft.latestOfAll ?? commit.recordedAt, commit.recordedAt);
};

type Found = Pick<ClockMove, 'stepMs' | 'isAtLeast' | 'against' | 'before'>;

/** Both clocks of one machine, since its last commit. */
const stepOf = (draft: ClockTrailDraft, now: Seen): Found | undefined => {
  const before = draft.lastOfBoot.get(now.reading.boot);
  const stepMs = before && clockStepMs(before.reading, now.reading);
  if (!before || stepMs === undefined) return undefined;
  // What was recorded before the step lies ahead now; that is told with the step.
  if (stepMs < 0) draft.behind.add(now.device);
  else draft.behind.delete(now.device);
  return { stepMs, isAtLeast: false, before: before.events };
};

/** A clock that stands before something its writer had read already is behind, or was set back. */
const lagOf = (draft: ClockTrailDraft, now: Seen, hasSeen: (other: CommitRef) => boolean): Found | undefined => {
  const limit = addMs(now.reading.wall, clockToleranceMs);
  const isBehind = (draft.latestOfAll ?? limit) > limit;
  const ahead = isBehind
    ? [...draft.latestOfWriter.values()].filter(({ reading, ref }) => reading.wall > limit && hasSeen(ref))
    : [];
  if (ahead.length === 0) {
    draft.behind.delete(now.device);
    return undefined;
  }
  if (draft.behind.has(now.device)) return undefined;
  draft.behind.add(now.device);
  // Its own clock says more than that of another device: then it was moved.
  const own = ahead.filter(({ device }) => device === now.device);
  const [furthest] = (own.length > 0 ? own : ahead).sort((a, b) => compareTexts(b.reading.wall, a.reading.wall));
  if (!furthest) return undefined;
  const stepMs = -elapsedMs(now.reading.wall, furthest.reading.wall);
  return own.length > 0
    ? { stepMs, isAtLeast: true, before: furthest.events }
    : { stepMs, isAtLeast: true, against: furthest.device, before: [] };
};

/** How often the clock of a device had been moved when that event was recorded: a stated error holds within one stretch. */
export const clockStretch = ({ moves }: Pick<ClockTrail, 'moves'>, device: string, index: number): number =>
  moves.filter((move) => move.device === device && move.against === undefined && move.index <= index).length;

/** What the rows beside a move say, by event. */
export const clockRemarks = ({ moves }: Pick<ClockTrail, 'moves'>): ReadonlyMap<EventId, readonly string[]> => {
  const remarks = new Map<EventId, readonly string[]>();
  const add = (events: readonly EventId[], words: string) => {
    for (const event of events) remarks.set(event, [...(remarks.get(event) ?? []), words]);
  };
  for (const move of moves) {
    add(move.before, 'clock moved after this');
    add(move.after, moveWords(move));
  }
  return remarks;
};

const moveWords = ({ stepMs, isAtLeast, against }: ClockMove): string => {
  const span = `${isAtLeast ? 'at least ' : ''}${formatDuration(Math.abs(stepMs))}`;
  if (against !== undefined) return `this clock is ${span} behind that of ${against || 'another device'}`;
  return stepMs > 0 ? `clock moved ${span} forward, or the device slept` : `clock moved back by ${span}`;
};

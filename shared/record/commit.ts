import type { Instant } from '../kernel/instant.ts';
import type { StoredEvent } from './event.ts';
import type { CommandId, EventId, IncidentId, WriterId } from './ids.ts';

/** The place of a commit in its writer's journal; `seq` counts from 1 without gaps. */
export interface CommitRef {
  readonly writer: WriterId;
  readonly seq: number;
}

/** Who typed. Names are claims, not proofs. */
export interface Author {
  /** Empty when nobody gave a name: shown as "someone on <device>". */
  readonly person: string;
  /** The short device tag. */
  readonly device: string;
}

/** One accepted command with everything it changed. Written as one line, kept whole or not at all. */
export interface Commit<Event extends StoredEvent = StoredEvent> extends CommitRef {
  readonly v: 1;
  readonly incident: IncidentId;
  /** The `sum` of the line before in the same file; the first commit names the header line. */
  readonly prev: string;
  /** The newest commits of other writers that this one had seen: the frontier only, without its own line before. */
  readonly heads: readonly CommitRef[];
  readonly command: { readonly id: CommandId; readonly type: string };
  readonly by: Author;
  /** The writer's clock as read; never used to decide whether something happened before something else was seen. */
  readonly recordedAt: Instant;
  /** IANA zone of the device at that moment. */
  readonly zone: string;
  /** Changes with every start of the machine; `monoMs` compares only within one. */
  readonly boot: string;
  /** Monotonic clock of the writer, ms. */
  readonly monoMs: number;
  readonly events: readonly Event[];
}

/** A commit as read back, with the sum that proves its line. */
export interface LoadedCommit<Event extends StoredEvent = StoredEvent> {
  readonly commit: Commit<Event>;
  readonly sum: string;
  /** Events of this commit whose text is no longer in the line; absent when nothing was removed. */
  readonly blanked?: readonly EventId[];
}

/** A commit at its place in the order of application. */
export interface OrderedCommit<Event extends StoredEvent = StoredEvent> extends LoadedCommit<Event> {
  /** From 0, gapless over the commits that count. */
  readonly index: number;
  readonly seen: Seen;
}

/** The newest `seq` that a commit had seen of each other writer. */
export interface Seen {
  get(writer: WriterId): number | undefined;
}

/** True when the commit had seen that one, here or not. A commit has seen itself. */
export const hasSeen = (
  { commit, seen }: Pick<OrderedCommit, 'commit' | 'seen'>,
  { writer, seq }: CommitRef,
): boolean => seq <= (writer === commit.writer ? commit.seq : (seen.get(writer) ?? 0));

/** For looking ahead: nothing that is there can contradict what somebody is about to do. */
export const sawEverything: Seen = { get: () => Number.POSITIVE_INFINITY };

import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Commit, CommitRef, LoadedCommit } from '../../shared/record/commit.ts';
import type { CommandId, EventId, WriterId } from '../../shared/record/ids.ts';
import type { StorageFailure } from './storage-failure.ts';

/** A commit before the journal has given it a place. */
export type CommitDraft = Omit<Commit, 'v' | 'incident' | 'writer' | 'seq' | 'prev' | 'heads'> & {
  /** The newest commits that were known when it was decided; the journal leaves out its own. */
  readonly frontier: readonly CommitRef[];
};

export interface Appending {
  /** The commit at its place: good for deciding the next one, not for showing. */
  readonly loaded: LoadedCommit;
  /** Settles after the flush, in the order of appending. Refused together with everything that was appended after it. */
  readonly recorded: Promise<Result<null, StorageFailure>>;
}

export type ProblemKind =
  | 'torn-tail'
  | 'damaged-line'
  | 'broken-chain'
  | 'newer-format'
  | 'other-incident'
  | 'not-a-journal'
  | 'byte-order-mark'
  | 'line-endings'
  | 'empty'
  | 'too-large'
  | 'unreadable'
  | 'copy'
  | 'in-doubt'
  | 'lost-lines';

/** Something about a journal file that a person should hear of. Nothing is ever deleted or mended because of one. */
export interface JournalProblem {
  readonly kind: ProblemKind;
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** In bytes from the start of the file. */
  readonly offset?: number;
  /** What is there, as far as it can be read: it was not recorded, or is no longer whole. */
  readonly text?: string;
  /** When the last whole line before it was recorded: there the timeline has its gap. */
  readonly after?: Instant;
  /** Of a line in doubt: once this command is recorded in another line, it does not matter what becomes of that one. */
  readonly command?: CommandId;
  /** True where it costs nothing: what stood there is whole in another file of the same writer. Verify alone names it. */
  readonly isHeldElsewhere?: boolean;
  readonly message: string;
}

export interface Blanked {
  /** The commits as they are now. */
  readonly commits: readonly LoadedCommit[];
  /** Why some of the files could not be gone through, which may hold such a text still; null when all were. */
  readonly failure: StorageFailure | null;
}

export interface JournalNews {
  /** Commits not handed out before, by file, each file in its own order. A blanked copy of a known one counts as news. */
  readonly commits: readonly LoadedCommit[];
  /** All problems that stand now. */
  readonly problems: readonly JournalProblem[];
  /** Set when a later version of Holdfast wrote here: this one must then not write. */
  readonly isReadOnly: boolean;
}

/** `found`: all is checked, and lines that `read` took do not stand the full check; `readAnew` leaves them out. */
export type CheckStep = 'more' | 'done' | 'found';

/** The journals of one incident: this run's own, and those of every other writer. */
export interface Journal {
  /** Seals and queues the commit at once; appends that wait for the same flush share it. */
  append(draft: CommitDraft): Appending;
  /** What other writers, or earlier runs, have written since the last call. */
  read(): JournalNews;
  /** False after a `read` that took something on the quick check alone: then `checkMore` has to follow. */
  isChecked(): boolean;
  /** Gives some of it the full check: a few milliseconds of work. */
  checkMore(): CheckStep;
  /** As the first `read`, without the lines that the full check has found: `unfit` is what they said. */
  readAnew(): JournalNews & { readonly unfit: readonly LoadedCommit[] };
  /** Everything anew from the disk, own file included, whatever was handed out before. */
  readAll(): JournalNews;
  /**
   * Makes durable what `read` has handed out: another run may have written it and not flushed it yet, or have died before
   * it did. Told to a person, or built upon by a commit, only behind this. Where the disk does not confirm it that is a
   * problem, and no reason to hold anything back.
   */
  confirmRead(): Promise<void>;
  /**
   * Every journal file by its name, as far as it is recorded, from memory: also when the disk is gone. Of this run's own
   * files only what was acknowledged.
   */
  heldFiles(): ReadonlyMap<string, Uint8Array>;
  /** Makes another writer's journal durable, before something that was read from it counts as recorded. */
  confirm(writer: WriterId): Promise<Result<null, StorageFailure>>;
  /**
   * Removes the texts of these events: from the own file, and from files of runs that seem over. What cannot be reached
   * now stays and is taken up by the next call.
   */
  blank(events: ReadonlySet<EventId>): Promise<Blanked>;
  /** True for a file of this run: one that it appends to, or has left. */
  owns(file: string): boolean;
  /** Calls back when another writer may have written. Returns the end of it. */
  watch(onNews: () => void): () => void;
  /** Waits for what is under way and lets go of the file. */
  close(): Promise<void>;
}

import type { Instant } from '../kernel/instant.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { CommitRef, LoadedCommit } from '../record/commit.ts';
import type { EventId, WriterId } from '../record/ids.ts';

/** A place in a journal that could not be read; everything else is shown. */
export interface JournalProblem {
  readonly kind: string;
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** In words: what was found and what it means. */
  readonly message: string;
  /** What is there, as far as it can be read: of a torn last line it was typed, and not recorded. */
  readonly text?: string;
  /** When the last whole line before it was recorded: there the timeline has its gap. */
  readonly after?: Instant;
}

/** An incident as a window gets it, sent as one JSON string: four times faster than as objects. */
export interface IncidentPage {
  /** In the order of application. */
  readonly commits: readonly LoadedCommit[];
  readonly problems: readonly JournalProblem[];
  readonly playbook: Playbook;
  /** Digest of that playbook. */
  readonly playbookDigest: string;
  /** Why this incident can only be read though the library can be written; the library's own reason is in its status. */
  readonly readOnly: string | null;
}

export interface Recorded {
  readonly ref: CommitRef;
  readonly sum: string;
  /** Ids of the events; none when the command changed nothing. */
  readonly events: readonly EventId[];
}

/** What reading every file of an incident anew has shown. */
export interface Verification {
  readonly commits: number;
  /** What each run wrote; no head where nothing of it can be read, no bad line where its chain holds. */
  readonly chains: readonly {
    readonly writer: WriterId;
    readonly commits: number;
    readonly events: number;
    readonly head: { readonly seq: number; readonly sum: string } | null;
    readonly firstBadLine: number | null;
  }[];
  readonly problems: readonly JournalProblem[];
  /** Commands that lie there twice and count once: nothing wrong. */
  readonly repeats: readonly JournalProblem[];
}

export interface Draft {
  /** `entry`, `update:public`, `section:summary`: one text a place. */
  readonly key: string;
  readonly text: string;
  readonly savedAt: Instant;
  /** True when another run left it behind: killed, or closed with the text unsent. */
  readonly orphan: boolean;
}

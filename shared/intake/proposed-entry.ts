import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import type { TypedTime } from '../record/event.ts';
import type { EntryKind, Evidence, Visibility } from '../timeline/timeline-events.ts';

/** How finely the source told the time; the record keeps milliseconds, what is finer stays in `typed.text`. */
export type Precision = 'minute' | 'second' | 'millisecond' | 'microsecond' | 'nanosecond';

export interface Moment {
  readonly at: Instant;
  readonly precision: Precision;
  /** As it stood in the source. */
  readonly typed: TypedTime;
  readonly flags?: readonly EntryFlag[];
}

/** What a reader of the preview should know before trusting the entry. */
export type EntryFlag =
  /** Stands in the file behind one that happened later. */
  | 'out-of-order'
  /** Answers a message that is not in the file. */
  | 'orphan-reply'
  /** Is older than the message that it answers. */
  | 'reply-before-parent'
  /** Its words were changed there later; the first ones are lost. */
  | 'edited'
  /** The source itself cut the words. */
  | 'trimmed'
  /** The source says "about". */
  | 'approximate'
  /** The source says a span; this is its beginning. */
  | 'range'
  /** The clock of the zone showed this time twice; this is the earlier. */
  | 'shown-twice'
  /** The day is not in the log; it is that of the file's name. */
  | 'date-from-name'
  /** The clock fell back past midnight, so the day was counted on. */
  | 'next-day'
  /** Names a channel that the export does not have. */
  | 'unknown-channel'
  /** Another entry of the file has the same id and other words. */
  | 'same-id';

/** A milestone that the entry may speak of. Never recorded by an import: a person decides. */
export type Suggestion = 'alerted' | 'acknowledged' | 'identified' | 'fixed' | 'recovered';

interface EntryContent {
  readonly text: string;
  readonly kind: EntryKind;
  readonly evidence?: readonly Evidence[];
  readonly visibility?: Visibility;
  readonly key?: boolean;
  /** Where the message stands that this one answers. */
  readonly replyTo?: string;
  readonly suggests?: Suggestion;
}

/** What the reader of one format found in one place of the file. */
export interface Finding extends EntryContent {
  /** "line 12", "message 3": for people. */
  readonly where: string;
  /** 1-based; left out where the format has no lines. */
  readonly line?: number;
  /** Stable within the source, however often and with whatever else it is exported. */
  readonly id: string;
  /** The error says why the time cannot be used. */
  readonly when: Result<Moment, string>;
  readonly author?: string | undefined;
  readonly flags?: readonly EntryFlag[];
  /** Entries of one sequence are expected in the order of time. Left out: their order says nothing. */
  readonly sequence?: string;
}

/** An entry as it would be recorded, with where it comes from. */
export interface ProposedEntry extends EntryContent, Omit<Moment, 'flags'> {
  /** Who wrote it there; the name of the source where nobody is named. */
  readonly author: string;
  readonly evidence: readonly Evidence[];
  readonly flags: readonly EntryFlag[];
  /** Its id in a file that has fewer, or more, messages with the same id in the source (`same-id`). */
  readonly otherId: string;
  readonly source: {
    readonly format: string;
    readonly id: string;
    readonly line: number | null;
    readonly where: string;
  };
}

/** What is in the file and would not be recorded. */
export interface Skipped {
  readonly where: string;
  readonly why: string;
  /** Its beginning, as far as it has words. */
  readonly text: string;
}

/** A whole file, read. */
export interface Intake {
  /** Ids of the formats that were found, in the order of the file. */
  readonly formats: readonly string[];
  /** A title for a new incident, from the source. */
  readonly title: string;
  /** Names of the incidents that the source keeps apart; empty where it does not say. More than one are no one timeline. */
  readonly incidents: readonly string[];
  /** By time, equal times in the order of the file. */
  readonly entries: readonly ProposedEntry[];
  readonly skipped: readonly Skipped[];
}

import type { Instant } from '../kernel/instant.ts';
import type { EventBase } from '../record/event.ts';
import type { EventId, IncidentId } from '../record/ids.ts';

/** What a person can write on the timeline with a line of text (domain.md section 6). */
export const entryKinds = ['note', 'observation', 'alert', 'communication', 'todo', 'system'] as const;
export type EntryKind = (typeof entryKinds)[number];
export type Certainty = 'confirmed' | 'likely' | 'guess';
/** `restricted` means "leave out of shared exports"; it is no access control. */
export type Visibility = 'open' | 'restricted';

export interface Evidence {
  readonly kind: 'url' | 'file' | 'screenshot' | 'query';
  /** A URL, a file name, or a query with its time range. */
  readonly text: string;
  /** SHA-256 and size of a file copied into the incident folder. */
  readonly sha256?: string;
  readonly bytes?: number;
}

/** `<device tag>-<number>`: what people call an entry aloud. Stored, so that it never changes. */
export interface EntryName {
  readonly tag: string;
  readonly n: number;
}

export interface EntryRecorded extends EventBase {
  readonly type: 'EntryRecorded';
  readonly name: EntryName;
  readonly kind: EntryKind;
  readonly text: string;
  /** Who did or saw it, when that is not who typed it. */
  readonly actor?: string;
  readonly certainty?: Certainty;
  readonly visibility?: Visibility;
  readonly evidence?: readonly Evidence[];
  readonly key?: boolean;
  readonly source: 'typed' | 'imported' | 'system';
  readonly alert?: { readonly rule?: string; readonly class: 'fire' | 'smoke' | 'prototype'; readonly paged: boolean };
  readonly observation?: { readonly measure: string; readonly value: string };
}

/** The old text stays, struck through; the newest correction counts. */
export interface EntryCorrected extends EventBase {
  readonly type: 'EntryCorrected';
  readonly entry: EventId;
  readonly text?: string;
  /** A better instant for when it happened. */
  readonly happenedAt?: Instant;
  readonly reason?: string;
}

export interface EntryStarred extends EventBase {
  readonly type: 'EntryStarred';
  readonly entry: EventId;
  readonly key: boolean;
}

export interface EvidenceAttached extends EventBase {
  readonly type: 'EvidenceAttached';
  readonly entry: EventId;
  readonly evidence: Evidence;
}

/** Names which texts of `event` were removed; the journals then hold `null` in their place. */
export interface TextRedacted extends EventBase {
  readonly type: 'TextRedacted';
  readonly event: EventId;
  /** What kind of thing it was, without the thing: "customer name". */
  readonly why: string;
}

/** Takes any event back. What it said is shown struck through and no rule counts it any more. */
export interface EventWithdrawn extends EventBase {
  readonly type: 'EventWithdrawn';
  readonly event: EventId;
  readonly reason: string;
  /** Set when the event was moved: where its copy now stands. */
  readonly movedTo?: IncidentId;
}

/** An event that was recorded in another incident by mistake, with its origin. Its copy follows in the same commit. */
export interface EventMovedHere extends EventBase {
  readonly type: 'EventMovedHere';
  readonly origin: { readonly incident: IncidentId; readonly event: EventId; readonly recordedAt: Instant };
  /** The id that the event has here. */
  readonly copy: EventId;
}

/** The steady error of a device's clock, found by comparing. Recorded instants stay as they are. */
export interface ClockErrorStated extends EventBase {
  readonly type: 'ClockErrorStated';
  /** Device tag. */
  readonly device: string;
  /** Positive when the clock is fast; 0 when it was found right. */
  readonly errorMs: number;
  /** The clock that it was compared with: "NTP of the data centre". */
  readonly against: string;
}

export interface DecisionOption {
  readonly text: string;
  readonly benefit?: string;
  readonly risk?: string;
  readonly time?: string;
  readonly reversible?: boolean;
}

/** A decision that somebody waits for. */
export interface DecisionAsked extends EventBase {
  readonly type: 'DecisionAsked';
  readonly name: EntryName;
  readonly question: string;
  readonly options: readonly DecisionOption[];
  readonly askedBy?: string;
}

export interface DecisionMade extends EventBase {
  readonly type: 'DecisionMade';
  readonly name: EntryName;
  /** The question it answers, when one was waiting. */
  readonly asked?: EventId;
  readonly question: string;
  readonly options: readonly DecisionOption[];
  readonly chosen: string;
  readonly because?: string;
  readonly decidedBy: string;
  readonly consulted?: readonly string[];
  readonly objections?: readonly string[];
  readonly reviewAt?: Instant;
  /** What users will see; set, it shortens the next update times (domain.md 5.6). */
  readonly userEffect?: string;
  /** Stretches the update cadence up to twofold in a long incident. */
  readonly cadenceFactor?: number;
}

export interface HypothesisProposed extends EventBase {
  readonly type: 'HypothesisProposed';
  readonly name: EntryName;
  readonly text: string;
  readonly owner?: string;
  readonly test?: string;
  readonly testDueAt?: Instant;
  readonly confidence?: Certainty;
}

export interface HypothesisJudged extends EventBase {
  readonly type: 'HypothesisJudged';
  readonly hypothesis: EventId;
  readonly state: 'open' | 'confirmed' | 'refuted';
  readonly result: string;
  /** The cause in words for people outside engineering. */
  readonly plainText?: string;
}

export interface TaskGiven extends EventBase {
  readonly type: 'TaskGiven';
  readonly name: EntryName;
  readonly text: string;
  readonly owner: string;
  /** Time-box in ms; its end is a question to the commander, never an automatic move. */
  readonly timeBoxMs?: number;
}

export interface TaskExtended extends EventBase {
  readonly type: 'TaskExtended';
  readonly task: EventId;
  readonly timeBoxMs: number;
  readonly reason?: string;
  readonly owner?: string;
}

export interface TaskFinished extends EventBase {
  readonly type: 'TaskFinished';
  readonly task: EventId;
  readonly outcome: 'done' | 'dropped';
  readonly result: string;
}

/** A `todo` of the timeline was answered or became a review action. */
export interface TodoClosed extends EventBase {
  readonly type: 'TodoClosed';
  readonly todo: EventId;
  readonly result: string;
}

export type TimelineEvent =
  | EntryRecorded
  | EntryCorrected
  | EntryStarred
  | EvidenceAttached
  | TextRedacted
  | EventWithdrawn
  | EventMovedHere
  | ClockErrorStated
  | DecisionAsked
  | DecisionMade
  | HypothesisProposed
  | HypothesisJudged
  | TaskGiven
  | TaskExtended
  | TaskFinished
  | TodoClosed;

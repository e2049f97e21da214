import type { EventBase } from '../record/event.ts';
import type { EventId } from '../record/ids.ts';

/** The fifteen sections of the review, in export order (domain.md 7.1). */
export const reviewSections = [
  'header',
  'summary',
  'impact',
  'metrics',
  'what-happened',
  'timeline',
  'detection-and-response',
  'decisions',
  'factors',
  'went-well',
  'surprises',
  'actions',
  'similar-incidents',
  'outside-summary',
  'appendix',
] as const;
export type ReviewSection = (typeof reviewSections)[number];

export type ReviewStatus = 'draft' | 'in-review' | 'reviewed' | 'closed';
export const actionTypes = [
  'prevent',
  'detect',
  'triage',
  'diagnose',
  'repair',
  'recover',
  'process',
  'document',
] as const;
export type ActionType = (typeof actionTypes)[number];
export type ActionState = 'open' | 'doing' | 'done' | 'declined';
export type Priority = 'P0' | 'P1' | 'P2' | 'P3';

export interface ReviewSectionWritten extends EventBase {
  readonly type: 'ReviewSectionWritten';
  readonly section: ReviewSection;
  /** Markdown; empty means not written. */
  readonly markdown: string;
}

export interface ReviewDetailsSet extends EventBase {
  readonly type: 'ReviewDetailsSet';
  readonly owner?: string;
  /** Calendar date of the review meeting, `YYYY-MM-DD`. */
  readonly meetingDate?: string;
}

export interface ReviewStatusChanged extends EventBase {
  readonly type: 'ReviewStatusChanged';
  readonly status: ReviewStatus;
  readonly reason?: string;
}

/** A point of the quality checklist that only a person can judge (domain.md 7.4). */
export interface ReviewCheckMarked extends EventBase {
  readonly type: 'ReviewCheckMarked';
  readonly check: string;
  readonly done: boolean;
}

/** No single root cause: contributing factors, each may have helped or harmed (domain.md 7.2). */
export interface FactorAdded extends EventBase {
  readonly type: 'FactorAdded';
  readonly text: string;
  /** `category.sub` of the taxonomy. */
  readonly category: string;
  readonly effect: 'made-worse' | 'made-better';
  readonly entries: readonly EventId[];
}

export interface FactorChanged extends EventBase {
  readonly type: 'FactorChanged';
  readonly factor: EventId;
  readonly text?: string;
  readonly category?: string;
  readonly effect?: 'made-worse' | 'made-better';
  readonly entries?: readonly EventId[];
}

export interface ActionAdded extends EventBase {
  readonly type: 'ActionAdded';
  readonly text: string;
  readonly actionType: ActionType;
  readonly owner?: string;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly due?: string;
  readonly priority?: Priority;
  readonly mustBeforeResolve: boolean;
  readonly factor?: EventId;
  readonly ticket?: string;
}

export interface ActionChanged extends EventBase {
  readonly type: 'ActionChanged';
  readonly action: EventId;
  readonly text?: string;
  readonly actionType?: ActionType;
  readonly owner?: string;
  readonly due?: string;
  readonly priority?: Priority;
  readonly mustBeforeResolve?: boolean;
  readonly ticket?: string;
  readonly state?: ActionState;
  /** Why it is declined: declined openly rather than left to rot. */
  readonly declinedBecause?: string;
  readonly doneEvidence?: string;
}

export type ReviewEvent =
  | ReviewSectionWritten
  | ReviewDetailsSet
  | ReviewStatusChanged
  | ReviewCheckMarked
  | FactorAdded
  | FactorChanged
  | ActionAdded
  | ActionChanged;

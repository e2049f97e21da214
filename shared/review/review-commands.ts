import type { EventId } from '../record/ids.ts';
import type { When } from '../record/when.ts';
import type { ActionState, ActionType, Priority, ReviewSection, ReviewStatus } from './review-events.ts';

export interface WriteSection extends When {
  readonly type: 'WriteSection';
  readonly section: ReviewSection;
  readonly markdown: string;
}

export interface SetReviewDetails extends When {
  readonly type: 'SetReviewDetails';
  readonly owner?: string;
  readonly meetingDate?: string;
}

export interface ChangeReviewStatus extends When {
  readonly type: 'ChangeReviewStatus';
  readonly status: ReviewStatus;
  readonly reason?: string;
}

export interface MarkReviewCheck extends When {
  readonly type: 'MarkReviewCheck';
  readonly check: string;
  readonly done: boolean;
}

export interface AddFactor extends When {
  readonly type: 'AddFactor';
  readonly text: string;
  readonly category: string;
  readonly effect?: 'made-worse' | 'made-better';
  readonly entries?: readonly EventId[];
}

export interface ChangeFactor extends When {
  readonly type: 'ChangeFactor';
  readonly factor: EventId;
  readonly text?: string;
  readonly category?: string;
  readonly effect?: 'made-worse' | 'made-better';
  readonly entries?: readonly EventId[];
}

export interface AddAction extends When {
  readonly type: 'AddAction';
  readonly text: string;
  readonly actionType: ActionType;
  readonly owner?: string;
  readonly due?: string;
  readonly priority?: Priority;
  readonly mustBeforeResolve?: boolean;
  readonly factor?: EventId;
  readonly ticket?: string;
}

export interface ChangeAction extends When {
  readonly type: 'ChangeAction';
  readonly action: EventId;
  readonly text?: string;
  readonly actionType?: ActionType;
  readonly owner?: string;
  readonly due?: string;
  readonly priority?: Priority;
  readonly mustBeforeResolve?: boolean;
  readonly ticket?: string;
  readonly state?: ActionState;
  readonly declinedBecause?: string;
  readonly doneEvidence?: string;
}

export type ReviewCommand =
  | WriteSection
  | SetReviewDetails
  | ChangeReviewStatus
  | MarkReviewCheck
  | AddFactor
  | ChangeFactor
  | AddAction
  | ChangeAction;

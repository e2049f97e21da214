import type { Instant } from '../kernel/instant.ts';
import type { EventId, IncidentId } from '../record/ids.ts';
import type { When } from '../record/when.ts';
import type {
  Certainty,
  DecisionMade,
  DecisionOption,
  EntryKind,
  EntryRecorded,
  Evidence,
  Visibility,
} from './timeline-events.ts';

export interface RecordEntry extends When {
  readonly type: 'RecordEntry';
  readonly kind: EntryKind;
  readonly text: string;
  readonly actor?: string;
  readonly certainty?: Certainty;
  readonly visibility?: Visibility;
  readonly evidence?: readonly Evidence[];
  readonly key?: boolean;
  readonly source?: EntryRecorded['source'];
  readonly alert?: NonNullable<EntryRecorded['alert']>;
  readonly observation?: NonNullable<EntryRecorded['observation']>;
}

export interface CorrectEntry extends When {
  readonly type: 'CorrectEntry';
  readonly entry: EventId;
  readonly text?: string;
  readonly happenedAt?: Instant;
  readonly reason?: string;
}

export interface StarEntry extends When {
  readonly type: 'StarEntry';
  readonly entry: EventId;
  readonly key: boolean;
}

export interface AttachEvidence extends When {
  readonly type: 'AttachEvidence';
  readonly entry: EventId;
  readonly evidence: Evidence;
}

export interface RedactText extends When {
  readonly type: 'RedactText';
  readonly event: EventId;
  readonly why: string;
}

export interface WithdrawEvent extends When {
  readonly type: 'WithdrawEvent';
  readonly event: EventId;
  readonly reason: string;
  readonly movedTo?: IncidentId;
}

export interface StateClockError extends When {
  readonly type: 'StateClockError';
  /** Left out: the device that records it. */
  readonly device?: string;
  readonly errorMs: number;
  readonly against: string;
}

export interface AskDecision extends When {
  readonly type: 'AskDecision';
  readonly question: string;
  readonly options?: readonly DecisionOption[];
  readonly askedBy?: string;
}

export interface MakeDecision extends When {
  readonly type: 'MakeDecision';
  readonly asked?: EventId;
  /** Left out when it answers a question that was asked. */
  readonly question?: string;
  readonly options?: readonly DecisionOption[];
  readonly chosen: string;
  readonly because?: string;
  readonly decidedBy?: string;
  readonly consulted?: readonly string[];
  readonly objections?: readonly string[];
  readonly reviewAt?: Instant;
  readonly userEffect?: string;
  readonly cadenceFactor?: NonNullable<DecisionMade['cadenceFactor']>;
}

export interface ProposeHypothesis extends When {
  readonly type: 'ProposeHypothesis';
  readonly text: string;
  readonly owner?: string;
  readonly test?: string;
  readonly testDueAt?: Instant;
  readonly confidence?: Certainty;
}

export interface JudgeHypothesis extends When {
  readonly type: 'JudgeHypothesis';
  readonly hypothesis: EventId;
  readonly state: 'open' | 'confirmed' | 'refuted';
  readonly result: string;
  readonly plainText?: string;
}

export interface GiveTask extends When {
  readonly type: 'GiveTask';
  readonly text: string;
  readonly owner: string;
  readonly timeBoxMs?: number;
}

export interface ExtendTask extends When {
  readonly type: 'ExtendTask';
  readonly task: EventId;
  readonly timeBoxMs: number;
  readonly reason?: string;
  readonly owner?: string;
}

export interface FinishTask extends When {
  readonly type: 'FinishTask';
  readonly task: EventId;
  readonly outcome?: 'done' | 'dropped';
  readonly result: string;
}

export interface CloseTodo extends When {
  readonly type: 'CloseTodo';
  readonly todo: EventId;
  readonly result: string;
}

export type TimelineCommand =
  | RecordEntry
  | CorrectEntry
  | StarEntry
  | AttachEvidence
  | RedactText
  | WithdrawEvent
  | StateClockError
  | AskDecision
  | MakeDecision
  | ProposeHypothesis
  | JudgeHypothesis
  | GiveTask
  | ExtendTask
  | FinishTask
  | CloseTodo;

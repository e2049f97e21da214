/** An exercise played against the clock by a facilitator (domain.md 9). Words in it are plain text for people. */
export interface DrillScenario {
  readonly id: string;
  readonly title: string;
  readonly lengthMinutes: number;
  readonly goals: readonly string[];
  /** Severity ids the truth passes through, in order. */
  readonly severityTruth: readonly string[];
  readonly services: readonly string[];
  readonly hiddenTruth: {
    readonly trigger: string;
    /** Ids of the factor taxonomy. */
    readonly factors: readonly string[];
    readonly rightFix: string;
  };
  /** Scenario time against the wall clock: 2 plays twice as fast. */
  readonly pace: 1 | 2 | 4;
  /** Role ids worth filling. */
  readonly roles: readonly string[];
  readonly injects: readonly Inject[];
  readonly success: readonly string[];
  readonly stopIf: readonly string[];
  readonly debrief: readonly string[];
}

export type InjectChannel = 'alert' | 'chat' | 'call' | 'mail' | 'monitor';

/** What the facilitator lets the players see, shown to nobody else before it is due. */
export interface Inject {
  readonly id: string;
  readonly due: InjectDue;
  readonly channel: InjectChannel;
  readonly from?: string;
  readonly alertClass?: 'fire' | 'smoke' | 'prototype';
  readonly text: string;
  /** What a practised team does. */
  readonly expect: string;
  readonly withinMinutes?: number;
  readonly facilitatorNote?: string;
}

export type InjectDue =
  | { readonly kind: 'at'; readonly minutes: number }
  /** After the players ordered the right fix, but no later than `latestMinutes` from the start. */
  | { readonly kind: 'after-order'; readonly minutes: number; readonly latestMinutes: number }
  | { readonly kind: 'after-inject'; readonly inject: string; readonly minutes: number };

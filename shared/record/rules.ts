import type { Instant } from '../kernel/instant.ts';
import { type Err, err } from '../kernel/result.ts';
import type { Author, CommitRef } from './commit.ts';
import type { EventId } from './ids.ts';

/** Why a command was not accepted: data, never an exception. */
export interface Refusal {
  /** Stable, dotted, for tests and scripts: `milestone.future`. */
  readonly code: string;
  /** One sentence that a tired person understands, with the way out. */
  readonly message: string;
  /** The field of the command that is wrong, when one is. */
  readonly field?: string;
  /** Those that the sentence names, in UTC: a screen says them in its own zone (`momentsInZone`). */
  readonly moments?: readonly Instant[];
}

/**
 * @param message one sentence for a tired person, with the way out
 * @param field of the command, where one is wrong
 */
export const refuse = (code: string, message: string, field?: string): Err<Refusal> =>
  err(field === undefined ? { code, message } : { code, message, field });

/** What a rule may know of the world when it decides. */
export interface Asking {
  readonly now: Instant;
  readonly by: Author;
  readonly newId: () => EventId;
}

/** What `evolve` may know of the commit that an event came in. */
export interface Applied {
  readonly ref: CommitRef;
  readonly recordedAt: Instant;
  readonly by: Author;
  /** Order of application in the incident, from 0; breaks ties where two events happened at the same moment. */
  readonly index: number;
  /** True when this commit had seen that one: a change made with knowledge is no conflict. */
  readonly hasSeen: (other: CommitRef) => boolean;
}

/** How `person` on `device` is shown. */
export const authorName = (by: Author): string => by.person || `someone on ${by.device || 'this device'}`;

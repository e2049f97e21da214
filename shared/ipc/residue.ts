import type { Instant } from '../kernel/instant.ts';

/** A file of an incident that still holds, or may hold, text that was redacted. */
export interface Residue {
  /** From the incident's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly madeAt: Instant;
  /** Found in it; made before the redaction and unreadable; made before a redaction whose text nobody knows any more. */
  readonly why: 'holds' | 'unreadable' | 'made-before';
  readonly canDelete: boolean;
}

export interface FoundResidue {
  /** When the last redaction was recorded; null without any. */
  readonly lastAt: Instant | null;
  /** The last one whose text can no longer be searched for; null when there is none. */
  readonly lastUnknownAt: Instant | null;
  readonly files: readonly Residue[];
}

import type { Command } from '../../../shared/incident/command.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Situation } from '../../../shared/playbook/playbook.ts';
import type { Copied } from '../../ui/copy-text.ts';

/** A text as it went to the clipboard. */
export interface CopiedText {
  readonly at: Instant;
  /** Missing until the clipboard has answered. */
  readonly how?: Copied;
  /** Records exactly what was copied, whatever the facts say by then. */
  readonly command: Command;
  /** What the facts made of the template then, and the newest line of the journal: tells whether they moved on. */
  readonly rendered: string | undefined;
  readonly head: string | undefined;
}

/** One update that is being written. Everything here survives leaving the composer; what was typed a crash as well. */
export interface Place {
  /** What somebody typed, or copied. Missing: the text follows the facts. */
  readonly text?: string | undefined;
  /** Set while `text` is what was copied, to the letter. */
  readonly copied?: CopiedText | undefined;
  readonly situation?: Situation | undefined;
  /** A next time chosen while the text still follows the facts. */
  readonly nextAt?: Instant | undefined;
  /** Texts that another choice replaced, newest last: each can be put back. */
  readonly setAside?: readonly string[];
  /** Of a correction or retraction. */
  readonly mending?: 'correct' | 'retract';
  readonly wrong?: string;
  readonly right?: string;
  readonly reason?: string;
  /** Set when it was marked as sent: the panel says so until something new is begun. */
  readonly sent?: { readonly at: Instant; readonly title: string } | undefined;
}

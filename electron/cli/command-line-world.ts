import type { Instant } from '../../shared/kernel/instant.ts';
import type { CommandId } from '../../shared/record/ids.ts';
import type { FileLayer } from '../library/file-layer.ts';

/** Why nobody knows yet whether it was recorded. */
export type Unanswered = 'late' | 'stopped';

/** Everything outside that a command may touch; the entry point has the real one, tests give their own. */
export interface CommandLineWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  /** Electron's `userData`. */
  readonly dataFolder: string;
  readonly hostName: string;
  /** IANA zone of the device. */
  readonly zone: string;
  readonly version: string;
  /** A packaged app ignores HOLDFAST_TEST_CLOCK. */
  readonly isPackaged: boolean;
  readonly files: FileLayer;
  readonly readSystemClock: () => Instant;
  /** True when that clock is moved by intent, and is none of this machine; left out: a test clock is. */
  readonly isClockSimulated?: boolean;
  /** A ULID of that moment. */
  readonly newCommandId: (at: Instant) => CommandId;
  /** One text to standard output; a line feed is added. */
  readonly say: (text: string) => void;
  /** One text to standard error; a line feed is added. */
  readonly warn: (text: string) => void;
  /**
   * Calls `tell` when the end is late, and before the process obeys a signal that ends it, until the returned function is
   * called.
   */
  readonly whileUnanswered: (tell: (why: Unanswered) => void) => () => void;
  /** Standard input line by line; undefined when a person sits at it. */
  readonly inputLines: (() => AsyncIterable<string>) | undefined;
  /** The folder with the bundled fonts, as far as this build has one. */
  readonly fontFolder: string;
}

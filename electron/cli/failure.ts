import { type Err, err, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/record/rules.ts';

/** Why a command did not do what was asked; the sentence goes to standard error. */
export interface Failure {
  /** 1: refused, or found wrong. 2: not understood. */
  readonly exitCode: 1 | 2;
  readonly sentence: string;
  /** The disk failed, and may have kept it all the same: only with its id it can be tried again. */
  readonly isRepeatable?: boolean;
}

export type Outcome<T = null> = Result<T, Failure>;

/** Exit code 1: the sentence goes to the error output. */
export const refused = (sentence: string): Err<Failure> => err({ exitCode: 1, sentence });
/** Exit code 2: the command line itself cannot be understood. */
export const wrongUsage = (sentence: string): Err<Failure> => err({ exitCode: 2, sentence });
/** A refusal of the library or of the rules, as one of the command line. */
export const toFailure = ({ code, message }: Refusal): Err<Failure> =>
  err({ exitCode: 1, sentence: message, isRepeatable: code.startsWith('storage.') });

import { constants } from 'node:os';
import type { Refusal } from '../../shared/record/rules.ts';

/** Why something could not be written: a refusal whose code begins with `storage.`. */
export type StorageFailure = Refusal;

const freeSome = 'Free some room on that disk, then try again';
const putBack = 'Put it back, then try again';
const allowWriting = 'Make it writable, then try again';
const reasons: Readonly<Record<string, readonly [code: string, sentence: string, wayOut: string]>> = {
  ENOSPC: ['storage.full', 'The disk is full', freeSome],
  EDQUOT: ['storage.quota', 'Your share of this disk is used up', freeSome],
  EFBIG: ['storage.quota', 'The file may not grow any further here', 'Try again'],
  EROFS: ['storage.read-only', 'The library folder cannot be written: its disk is read-only', allowWriting],
  EACCES: ['storage.denied', 'You may not write into the library folder', allowWriting],
  EPERM: ['storage.denied', 'You may not write into the library folder', allowWriting],
  ENOENT: ['storage.gone', 'The library folder is gone: was a stick or a share removed?', putBack],
  ENODEV: ['storage.gone', 'The library folder is gone: was a stick or a share removed?', putBack],
  ENOTDIR: ['storage.gone', 'The library folder is gone: something else has taken its place', putBack],
  ESTALE: ['storage.gone', 'The library folder is gone: the share was lost', putBack],
  EIO: ['storage.error', 'The disk reported an error', 'Try again'],
  'library.foreign': [
    'storage.foreign',
    'The library.json of this library cannot be read',
    'Put back a good copy of it',
  ],
  'library.newer': ['storage.newer-library', 'A newer version of Holdfast made this library', 'Update Holdfast first'],
  'library.other': ['storage.gone', 'Another library lies where this one was', 'Put the first one back'],
};
const unknownReason = ['storage.error', 'The disk did not accept it', 'Try again'] as const;

const lead = 'Not recorded. ';
/** Begins what can be done about it; the reason that the library as a whole shows ends before it. */
const kept = ' Your text is kept. ';
const elsewhere = ', or record in another folder.';

/** Thrown inside the library when the file system did not do what it was asked without saying so. */
export class StorageError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** @throws what it was given when that is no error of the file system: then it is a bug. */
export const toStorageFailure = (error: unknown): StorageFailure => {
  const code = codeOf(error);
  if (code === null) throw error;
  const [reason, sentence, wayOut] = reasons[code] ?? unknownReason;
  const byTheSystem = code.startsWith('library.') ? '' : ` (${code})`;
  return { code: reason, message: `${lead}${sentence}${byTheSystem}.${kept}${wayOut}${elsewhere}` };
};

/** What to say of a folder that cannot even be read; null when the error is none of the system: then it is a bug. */
export const toUnusableFolder = (error: unknown): Refusal | null => {
  if (codeOf(error) === null) return null;
  const message = `Nothing was recorded: the library folder cannot be used (${String((error as Error).message)}). Your text is kept. Mend that, then try again.`;
  return { code: 'storage.unusable', message };
};

/** The system's name of the error; null when the system did not report it. */
const codeOf = (error: unknown): string | null => {
  if (!(error instanceof Error)) return null;
  if (error instanceof StorageError) return error.code;
  const { code = '', errno, syscall } = error as NodeJS.ErrnoException;
  if (/^E[A-Z0-9]+$/.test(code)) return code;
  if (errno === undefined || syscall === undefined) return null;
  // Node knows a used-up quota and a lost share by number alone, and calls them UNKNOWN or "Unknown system error -122".
  const [name] = Object.entries(constants.errno).find(([, number]) => number === -errno) ?? [];
  return name ?? `error ${-errno}`;
};

/** False for what stops one incident alone: its library can be written all the same. */
export const concernsLibrary = ({ code }: Refusal): boolean =>
  code.startsWith('storage.') && code !== 'storage.newer' && code !== 'storage.closed';

/** Why the library as a whole cannot be written, from what a single write met. */
export const toReadOnlyReason = (failure: StorageFailure): string => {
  const [reason = ''] = failure.message.replace(lead, '').split(kept);
  return reason;
};

import { join } from 'node:path';
import type { FileLayer } from './file-layer.ts';
import type { JournalProblem } from './journal.ts';

/** Journals of other runs that were read and that nobody of this run has flushed since. */
export interface Unconfirmed {
  add(file: string): void;
  /** Flushes them; settles when all that was added before is done, also by an earlier call. Never rejects. */
  confirm(): Promise<void>;
  /** Those whose flush failed. */
  problems(): readonly JournalProblem[];
}

export const createUnconfirmed = (files: FileLayer, folder: () => string): Unconfirmed => {
  const waiting = new Set<string>();
  const problemsByFile = new Map<string, JournalProblem>();
  let confirming: Promise<void> | null = null;

  const flush = async (file: string) => {
    waiting.delete(file);
    try {
      await files.flushFile(join(folder(), file));
      problemsByFile.delete(file);
    } catch (error) {
      // What is gone is told by whoever reads it, in better words.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') problemsByFile.delete(file);
      else problemsByFile.set(file, notConfirmed(file, error));
    }
  };
  const flushAll = async () => {
    while (waiting.size > 0) {
      for (const file of [...waiting]) await flush(file);
      // Last, so that the new names of all of them are covered; it says nothing that the files have not said.
      await files.flushFolder(folder()).catch(() => undefined);
    }
    confirming = null;
  };

  return {
    add: (file) => waiting.add(file),
    confirm: async () => {
      if (waiting.size > 0) confirming ??= flushAll();
      if (confirming) await confirming;
    },
    problems: () => [...problemsByFile.values()],
  };
};

const notConfirmed = (file: string, error: unknown): JournalProblem => ({
  kind: 'in-doubt',
  file,
  message: `The disk did not confirm what another run wrote into this file (${error instanceof Error ? error.message : String(error)}). It is shown, and may be gone after a power cut.`,
});

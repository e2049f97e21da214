import { join } from 'node:path';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { isBeside, takeInBeside } from './take-in-files.ts';
import {
  type GivenJournal,
  type JournalsHere,
  type LeftFile,
  type TakenJournals,
  type TakingDeps,
  takeInJournals,
} from './take-in-journals.ts';

/** A file of an incident that lies elsewhere: in another folder, in a bundle. */
export interface GivenFile {
  /** From the incident's folder on, with `/` on every system: `journal/<writer>.jsonl`. */
  readonly name: string;
  /** Rejects when it cannot be read: then it stays outside and is named, the others come in. */
  readonly read: () => Promise<Uint8Array>;
}

export interface IncidentHere extends Omit<JournalsHere, 'folder'> {
  /** The incident's folder; it and `journal` in it must be there. */
  readonly folder: string;
}

export interface TakenIncident extends TakenJournals {
  /** Playbook copies, evidence and exports that are here now and were not. */
  readonly files: number;
}

/**
 * Takes an incident's files from elsewhere into its folder here: see `takeInJournals` for what that never does. What
 * journals name (playbooks, evidence) is on the disk before them.
 * @throws what the file layer throws while writing
 */
export const takeInIncident = async (
  deps: TakingDeps,
  here: IncidentHere,
  given: readonly GivenFile[],
): Promise<TakenIncident> => {
  const left: LeftFile[] = [];
  const readAll = async (chosen: readonly GivenFile[], use: (name: string, bytes: Uint8Array) => unknown) => {
    for (const { name, read } of chosen) {
      const bytes = await read().catch((error: unknown) => {
        left.push({ name, why: `It could not be read: ${reasonOf(error)}.` });
        return null;
      });
      if (bytes) await use(name, bytes);
    }
  };
  let taken = 0;
  await readAll(
    given.filter(({ name }) => isBeside(name)),
    async (name, bytes) => {
      try {
        if (await takeInBeside(deps.files, here.folder, { name, bytes }, deps.newToken)) taken += 1;
      } catch (error) {
        if (!badNames.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
        left.push({ name, why: `Its name cannot be used on this disk: ${reasonOf(error)}.` });
      }
    },
  );
  const journals: GivenJournal[] = [];
  await readAll(
    given.filter(({ name }) => isJournal(name)),
    (name, bytes) => journals.push({ name: name.slice('journal/'.length), bytes }),
  );
  const outcome = await takeInJournals(deps, { ...here, folder: join(here.folder, 'journal') }, journals);
  return { ...outcome, left: [...left, ...outcome.left], files: taken };
};

/** What a file system says of a name that another one has taken: the record must come in all the same. */
const badNames: ReadonlySet<string> = new Set(['ENAMETOOLONG', 'EINVAL', 'EILSEQ']);

/** True for what a copy of an incident must have; anything else in its folder is none of Holdfast's. */
export const isPartOfIncident = (name: string): boolean => isJournal(name) || isBeside(name);

/** True for what lies in an incident's `journal` folder and may hold commits. */
const isJournal = (name: string) => /^journal\/[^/\\]+\.jsonl$/.test(name);

import { join } from 'node:path';
import type { IncidentId } from '../../shared/record/ids.ts';
import { addFile, appendToFile, ensureFolder } from './durable-file.ts';
import { quietMs } from './file-journal.ts';
import { type FileFacts, type FileLayer, isSameFile } from './file-layer.ts';
import { readIncidentAt } from './given-library.ts';
import { writerOfFile } from './journal-bytes.ts';
import { type GivenFile, takeInIncident } from './take-in-incident.ts';
import type { TakingDeps } from './take-in-journals.ts';

export interface MirrorSides {
  /** The library's folder. */
  readonly library: string;
  /** The mirror's folder. */
  readonly mirror: string;
}

export interface MirroredIncident {
  readonly id: IncidentId;
  /** `<yyyy-mm-dd>-<id>`, where it lies on either side; null where it does not. */
  readonly inLibrary: string | null;
  readonly inMirror: string | null;
}

/** A file on both sides as it was when nothing was left to do about it. */
interface Settled {
  readonly ours: FileFacts | null;
  readonly theirs: FileFacts | null;
  /** The mirror's file is the library's, byte for byte as far as it goes: the rest may be appended. */
  readonly isBeginning: boolean;
}

export interface IncidentMirror {
  /**
   * Brings both sides together. True when nothing is left to do.
   * @throws what the file layer throws
   */
  sync(incident: MirroredIncident): Promise<boolean>;
  /** How many lines the library has gained since the last `sync`, as far as that is known without the mirror. */
  behind(inLibrary: string): number;
}

/** Keeps the files of incidents the same on both sides; remembers what it has compared, so that a look costs little. */
export const createIncidentMirror = (deps: TakingDeps, sides: MirrorSides): IncidentMirror => {
  const { files } = deps;
  const settledByPath = new Map<string, Settled>();
  const oursAt = (folder: string, name: string) => join(sides.library, 'incidents', folder, ...name.split('/'));
  const theirsAt = (folder: string, name: string) => join(sides.mirror, 'incidents', folder, ...name.split('/'));

  /** `true`: done. `false`: only reading both sides through can tell what has to be done. */
  const syncFile = async (ours: string, theirs: string, mayAdd: boolean): Promise<boolean> => {
    const [our, their] = [files.stat(ours), files.stat(theirs)];
    const settled = settledByPath.get(ours);
    if (settled && isSameFile(settled.ours, our) && isSameFile(settled.theirs, their)) return true;
    if (!our) return false;
    if (!their) {
      if (!mayAdd || !(await addFile(files, theirs, files.readFile(ours), deps.newToken()))) return false;
    } else if (settled && hasGrown(settled, our, their) && endsAlike(files, ours, theirs, their.size)) {
      await appendToFile(files, theirs, their.size, files.readFile(ours, their.size));
    } else {
      const [bytes, copy] = [Buffer.from(files.readFile(ours)), files.readFile(theirs)];
      if (!bytes.subarray(0, copy.length).equals(copy)) return false;
      if (copy.length < bytes.length) await appendToFile(files, theirs, copy.length, bytes.subarray(copy.length));
    }
    // As it was before it was read: what it has gained since is seen by the next look.
    settledByPath.set(ours, { ours: our, theirs: files.stat(theirs), isBeginning: true });
    return true;
  };

  /** Each side takes in what the other has and it has not; nothing is overwritten on either. */
  const merge = async (id: IncidentId, ourFolder: string, theirFolder: string): Promise<boolean> => {
    const our = join(sides.library, 'incidents', ourFolder);
    const their = join(sides.mirror, 'incidents', theirFolder);
    const rules = { incident: id, isOwn: () => false, whenBusy: 'later' } as const;
    const theirParts = readIncidentAt(files, their).filter(comesBack);
    const taken = await takeInIncident(deps, { ...rules, folder: our, mayBeNewer: false }, theirParts);
    const ourParts = readIncidentAt(files, our);
    // What lies in the mirror under a name of the library was written by this mirror: no run appends to it.
    const isOwn = (file: string) => !ourParts.some(({ name }) => name === `journal/${file}`) && isYoung(their, file);
    const everOld = { ...deps, nowMs: () => Number.POSITIVE_INFINITY };
    const given = await takeInIncident(everOld, { ...rules, isOwn, folder: their, mayBeNewer: true }, ourParts);
    return taken.later.length + given.later.length === 0;
  };
  const isYoung = (folder: string, file: string) =>
    deps.nowMs() - (files.stat(join(folder, 'journal', file))?.modifiedMs ?? 0) <= quietMs;

  /** For files that only reading both sides through can tell about. True when nothing is left to do. */
  const mergeOpen = async (id: IncidentId, ourFolder: string, theirFolder: string, open: readonly string[]) => {
    const before = open.map((name) => files.stat(oursAt(ourFolder, name)));
    if (!(await merge(id, ourFolder, theirFolder))) return false;
    open.forEach((name, index) => {
      const ours = oursAt(ourFolder, name);
      const theirs = files.stat(theirsAt(theirFolder, name));
      // One that changed meanwhile is looked at again.
      if (isSameFile(files.stat(ours), before[index] ?? null))
        settledByPath.set(ours, { ours: before[index] ?? null, theirs, isBeginning: false });
    });
    return open.every((name) => settledByPath.has(oursAt(ourFolder, name)));
  };

  return {
    sync: async ({ id, inLibrary, inMirror }) => {
      const ourFolder = inLibrary ?? inMirror ?? '';
      const theirFolder = inMirror ?? ourFolder;
      await ensureFolder(files, sides.mirror, ['incidents', theirFolder, 'journal']);
      if (!inLibrary) await ensureFolder(files, sides.library, ['incidents', ourFolder, 'journal']);
      const ourNames = readIncidentAt(files, join(sides.library, 'incidents', ourFolder)).map(({ name }) => name);
      const theirParts = readIncidentAt(files, join(sides.mirror, 'incidents', theirFolder)).filter(comesBack);
      const theirWriters = new Set(theirParts.map(({ name }) => writerOfFile(name)));
      for (const part of new Set(ourNames.map((name) => name.split('/').slice(0, -1).join('/')).filter(Boolean)))
        await ensureFolder(files, sides.mirror, ['incidents', theirFolder, part]);
      const open: string[] = [];
      let failure: unknown = null;
      // Playbooks come first: on the disk before a journal names them.
      for (const name of [...new Set([...ourNames, ...theirParts.map((part) => part.name)])].sort(playbooksFirst)) {
        // Of a writer that the mirror knows under another name, what is there may be the same.
        const mayAdd = !theirWriters.has(writerOfFile(name));
        try {
          if (!(await syncFile(oursAt(ourFolder, name), theirsAt(theirFolder, name), mayAdd))) open.push(name);
        } catch (error) {
          // A name that a stick does not take, or a bad sector, keeps no journal out of the mirror.
          failure ??= error;
        }
      }
      const isDone = open.length === 0 || (await mergeOpen(id, ourFolder, theirFolder, open));
      if (failure !== null) throw failure;
      return isDone;
    },
    behind: (inLibrary) => {
      let lines = 0;
      for (const { name } of readIncidentAt(files, join(sides.library, 'incidents', inLibrary)).filter(isJournal)) {
        const path = oursAt(inLibrary, name);
        const from = settledByPath.get(path)?.ours?.size ?? 0;
        if (from < (files.stat(path)?.size ?? 0)) lines += countLines(files, path, from);
      }
      return lines;
    },
  };
};

const isJournal = ({ name }: GivenFile) => name.startsWith('journal/');
/**
 * What the library takes back from its mirror: the record and what it needs to be read. An export or a file that somebody
 * deleted, perhaps for a text that had to go, must not return.
 */
const comesBack = (file: GivenFile) => isJournal(file) || file.name.startsWith('playbook-');
const playbooksFirst = (a: string, b: string) => Number(a.startsWith('journal/')) - Number(b.startsWith('journal/'));

const hasGrown = (settled: Settled, our: FileFacts, their: FileFacts) =>
  settled.isBeginning &&
  settled.ours?.identity === our.identity &&
  isSameFile(settled.theirs, their) &&
  our.size >= their.size;

/** Long enough to hold the end of a line, which is like that of no other: its sum, or its check. */
const comparedEnd = 1024;

/**
 * Whether the first `size` bytes of both files end alike. A file system may give a new file the number of one that is gone:
 * a journal that was redacted twice then looks like one that has only grown.
 */
const endsAlike = (files: FileLayer, ours: string, theirs: string, size: number): boolean => {
  const from = Math.max(0, size - comparedEnd);
  return Buffer.compare(files.readFile(ours, from, size - from), files.readFile(theirs, from, size - from)) === 0;
};

/** Records, that is: a file's first line is its header. */
const countLines = (files: FileLayer, path: string, from: number): number => {
  let lines = from === 0 ? -1 : 0;
  for (const byte of files.readFile(path, from)) if (byte === 10) lines += 1;
  return Math.max(0, lines);
};

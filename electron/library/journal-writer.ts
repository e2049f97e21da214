import { join } from 'node:path';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Commit } from '../../shared/record/commit.ts';
import type { IncidentId, WriterId } from '../../shared/record/ids.ts';
import { lineVersion, type PathsOf, sealHeader, sealLine } from '../../shared/record/line.ts';
import type { ContentSums } from './content-sums.ts';
import type { AppendFile, FileLayer } from './file-layer.ts';
import type { Appending, CommitDraft } from './journal.ts';
import { readJournalBytes } from './journal-bytes.ts';
import { StorageError, type StorageFailure, toStorageFailure } from './storage-failure.ts';

/** One run's own journal file of one incident. After its first failure it takes nothing more. */
export interface JournalWriter {
  readonly writer: WriterId;
  readonly fileName: string;
  append(draft: CommitDraft): Appending;
  /** Runs `work` when nothing is being written; appends wait until it is done. Only while the file is open. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  hasFailed(): boolean;
  /** True once the file exists. */
  isOpen(): boolean;
  close(): Promise<void>;
}

export interface WriterDeps {
  readonly files: FileLayer;
  readonly incident: IncidentId;
  readonly writer: WriterId;
  readonly sums: ContentSums;
  readonly pathsOf: PathsOf;
  readonly newSalt: () => string;
  readonly now: () => Instant;
  /** Makes durable what the next lines name as seen; never rejects. */
  readonly confirmSeen: () => Promise<void>;
  /** Makes the journal folder durable and returns its path. Throws when the library is not where it was. */
  readonly openFolder: () => Promise<string>;
}

interface Pending {
  readonly line: string;
  readonly sum: string;
  readonly settle: (outcome: Result<null, StorageFailure>) => void;
}

/** Creates nothing on the disk before the first append. */
export const createJournalWriter = (deps: WriterDeps): JournalWriter => {
  const { files, writer, sums } = deps;
  const fileName = `${writer}.jsonl`;
  const header = sealHeader(
    { format: 'holdfast-journal', v: lineVersion, incident: deps.incident, writer, createdAt: deps.now() },
    sums,
  );
  let prev = header.sum;
  let seq = 0;
  /** Sum of the last line that is known to be on the disk. */
  let written = header.sum;
  let queue: Pending[] = [];
  let file: AppendFile | null = null;
  /** Of the file, as this run knows it. */
  let size = 0;
  let path = '';
  let failure: StorageFailure | null = null;
  let running: Promise<void> | null = null;

  const append = (draft: CommitDraft): Appending => {
    const { frontier, ...fields } = draft;
    seq += 1;
    const heads = frontier.filter((head) => head.writer !== writer);
    const commit: Commit = { v: 1, incident: deps.incident, writer, seq, prev, heads, ...fields };
    const { line, sum } = sealLine(commit, deps.pathsOf, deps.newSalt, sums);
    prev = sum;
    const recorded = new Promise<Result<null, StorageFailure>>((settle) => {
      if (failure) settle(err(failure));
      else queue.push({ line, sum, settle });
    });
    running ??= run();
    return { loaded: { commit, sum }, recorded };
  };

  // What arrives while one group is being flushed becomes the next group: one write and one flush for all of it.
  const run = async () => {
    while (queue.length > 0 && !failure) {
      const group = queue;
      queue = [];
      try {
        await writeGroup(group);
        for (const pending of group) pending.settle(ok(null));
      } catch (error) {
        fail(error, group);
      }
    }
    running = null;
  };

  const writeGroup = async (group: readonly Pending[]) => {
    await deps.confirmSeen();
    const lines = group.map((pending) => pending.line).join('');
    if (file) {
      size += writeOnce(file, lines);
      await file.flush();
    } else {
      const folder = await deps.openFolder();
      path = join(folder, fileName);
      const created = files.createFile(path);
      file = created;
      size = writeOnce(created, header.line + lines);
      await created.flush();
      await files.flushFolder(folder);
    }
    const last = group.at(-1)?.sum ?? written;
    // A file that was replaced or removed under us takes bytes and flushes without complaint, and keeps nothing.
    if (isReplaced(file)) await goOnInPlace(file, lines, last);
    // Written over in place, as by `cp`: what was acknowledged before may be gone.
    else if (file.facts().size !== size) throw takenAway();
    written = last;
  };

  const isReplaced = (open: AppendFile) => files.stat(path)?.identity !== open.identity;

  /**
   * Another process blanked a text in this file while it was quiet: what lies there now ends with the line before these,
   * or with the last of them when it was copied after they were written. Then we go on in it.
   */
  const goOnInPlace = async (old: AppendFile, lines: string, last: string) => {
    const source = { file: fileName, incident: deps.incident, sums };
    const found = files.stat(path) ? readJournalBytes(files.readFile(path), source).commits.at(-1)?.sum : undefined;
    if (found !== written && found !== last) throw takenAway();
    closeQuietly(old);
    file = files.openFile(path);
    if (found === written) writeOnce(file, lines);
    await file.flush();
    if (isReplaced(file)) throw takenAway();
    size = file.facts().size;
  };

  // A failed write or flush is final: the page cache may hold what the disk does not, and a second flush would not say so.
  const fail = (error: unknown, group: readonly Pending[]) => {
    const refused = [...group, ...queue];
    queue = [];
    try {
      failure = toStorageFailure(error);
    } catch (bug) {
      failure = {
        code: 'storage.bug',
        message: `Not recorded: Holdfast made a mistake (${String(bug)}). Your text is kept.`,
      };
      throw bug;
    } finally {
      letGo();
      for (const pending of refused) if (failure) pending.settle(err(failure));
    }
  };

  const letGo = () => {
    const left = file;
    file = null;
    if (!left) return;
    try {
      // Our own file with not one byte in it: retries on a full disk must not pile up empty files.
      if (left.facts().size === 0) files.remove(path);
    } catch {
      // An empty file left behind is harmless; the failure that led here is the one to report.
    }
    closeQuietly(left);
  };

  return {
    writer,
    fileName,
    append,
    exclusively: async (work) => {
      // Looked at again after every wait: whoever else waited may have gone first.
      while (running) await running;
      if (!file) return work();
      // Closed meanwhile: some systems do not replace a file that is open.
      closeQuietly(file);
      const done = work();
      running = done.then(reopen, reopen).then(run);
      return done;
    },
    hasFailed: () => failure !== null,
    isOpen: () => file !== null,
    close: async () => {
      while (running) await running;
      if (file) closeQuietly(file);
      file = null;
      failure ??= { code: 'storage.closed', message: 'Not recorded: this incident was closed.' };
    },
  };

  // By name: it may stand for another file now.
  function reopen() {
    file = null;
    try {
      file = files.openFile(path);
      size = file.facts().size;
    } catch (error) {
      fail(error, []);
    }
  }
};

const takenAway = () => new StorageError('ENOENT', 'the journal was taken away');

/** Returns how many bytes that were. */
const writeOnce = (file: AppendFile, text: string): number => {
  const bytes = Buffer.from(text);
  const count = file.write(bytes);
  if (count !== bytes.length) throw new StorageError('ENOSPC', `only ${count} of ${bytes.length} bytes were taken`);
  return count;
};

const closeQuietly = (file: AppendFile) => {
  try {
    file.close();
  } catch {
    // Everything acknowledged was flushed before; a failing close can take nothing back.
  }
};

import { basename, join } from 'node:path';
import { err, ok } from '../../shared/kernel/result.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import { redactedText } from '../../shared/record/event.ts';
import { takeTexts } from '../../shared/record/event-texts.ts';
import type { EventId, WriterId } from '../../shared/record/ids.ts';
import type { LineCheck } from '../../shared/record/line.ts';
import { blankBytes, type Redacting } from './blank-bytes.ts';
import { replaceFileIf } from './durable-file.ts';
import { isSameFile } from './file-layer.ts';
import type { Journal, JournalNews } from './journal.ts';
import { readJournalBytes } from './journal-bytes.ts';
import { createJournalReader, largestJournal } from './journal-reader.ts';
import { createJournalWriter, type JournalWriter, type WriterDeps } from './journal-writer.ts';
import { keepBytes } from './keep-bytes.ts';
import { createOwnFiles } from './own-files.ts';
import { toStorageFailure } from './storage-failure.ts';
import { createUnconfirmed } from './unconfirmed.ts';

export interface FileJournalDeps extends Omit<WriterDeps, 'writer' | 'confirmSeen'> {
  /** `<incident>/journal`, which may not exist yet; asked again each time. */
  readonly folder: () => string;
  /** A fresh random id; asked for again after a failure. */
  readonly newWriter: () => WriterId;
  /** See `ReaderDeps`; `readAll` makes the full check always. */
  readonly check?: LineCheck;
  /** Ms since 1970. */
  readonly nowMs: () => number;
}

/**
 * A live run blanks its own file within seconds of seeing a redaction; a file untouched for longer belongs to a run
 * that is over, or to one that will notice that its file was replaced.
 */
export const quietMs = 10_000;
const leftCopy = /\.jsonl\.\w+\.tmp$/;

/** The journals of one incident in a folder: one file a run, only ever appended to by that run. */
export const createFileJournal = (given: FileJournalDeps): Journal => {
  const kept = keepBytes(given.files);
  const { files } = kept;
  const unconfirmed = createUnconfirmed(files, given.folder);
  const deps = { ...given, files, confirmSeen: unconfirmed.confirm };
  const { incident, sums } = deps;
  const pathOf = (file: string) => join(deps.folder(), file);
  const journals = () => files.list(deps.folder()).filter((name) => name.endsWith('.jsonl'));
  const readBytes = (file: string) => readJournalBytes(files.readFile(pathOf(file)), { file, incident, sums });
  const own = createOwnFiles({ stat: (file) => files.stat(pathOf(file)), read: readBytes });
  const reader = createJournalReader({ ...deps, onCommits: unconfirmed.add });
  const ownNames = () => new Set(own.acknowledged().keys());
  const withOwn = <News extends JournalNews>(news: News): News => ({
    ...news,
    problems: [...news.problems, ...own.problems(), ...unconfirmed.problems()],
  });
  const startWriter = () => {
    const writer = createJournalWriter({ ...deps, writer: deps.newWriter() });
    own.turnTo(writer.fileName);
    return writer;
  };
  let writer: JournalWriter = startWriter();

  let watching: { readonly onNews: () => void; stop: (() => void) | null } | null = null;
  /** A folder that is not there yet is watched from the first append on. */
  const startWatching = () => {
    if (!watching || watching.stop || !files.stat(deps.folder())) return;
    watching.stop = files.watch(deps.folder(), watching.onNews);
  };

  /** Copies that a crash left while a file was being replaced: nobody reads them, and they hold every text of it. */
  const removeLeftCopies = () => {
    for (const name of files.list(deps.folder()).filter((each) => leftCopy.test(each)))
      if (deps.nowMs() - (files.stat(pathOf(name))?.modifiedMs ?? 0) > quietMs) files.remove(pathOf(name));
  };

  const textsOf = (events: ReadonlySet<EventId>, among: readonly string[]): readonly string[] =>
    among
      .flatMap((file) => readBytes(file).commits)
      .flatMap(({ commit }) => commit.events.filter(({ id }) => events.has(id)))
      .flatMap((event) => takeTexts(event, deps.pathsOf(event.type)).texts.map(({ text }) => text))
      .filter((text) => text !== redactedText);

  /** One that cannot be read keeps its texts, and must not keep those of the others. What is no file holds none. */
  const lookThrough = () => {
    const readable: string[] = [];
    const damaged: string[] = [];
    let failure: unknown = null;
    for (const file of journals()) {
      const facts = files.stat(pathOf(file));
      if (!facts || facts.isFolder || facts.size > largestJournal) continue;
      try {
        if (hasDamage(readBytes(file))) damaged.push(file);
        readable.push(file);
      } catch (error) {
        failure ??= error;
      }
    }
    return { readable, damaged, failure };
  };

  const blankFile = async (file: string, redacting: Redacting): Promise<readonly LoadedCommit[]> => {
    const path = pathOf(file);
    const facts = files.stat(path);
    const bytes = Buffer.from(files.readFile(path));
    const rewritten = blankBytes(bytes, redacting, sums);
    if (!rewritten) return [];
    // A run that was quiet may write again while the disk takes this: then its file stays, for the next time.
    const isUnchanged = () => isSameFile(files.stat(path), facts);
    if (!(await replaceFileIf(files, path, rewritten, deps.newSalt(), isUnchanged))) return [];
    return readBytes(file).commits.filter((loaded) => loaded.blanked);
  };

  return {
    append: (draft) => {
      if (writer.hasFailed()) writer = startWriter();
      const current = writer;
      const appending = current.append(draft);
      const recorded = appending.recorded.then((outcome) => {
        if (outcome.ok) {
          own.acknowledge(current.fileName);
          startWatching();
        } else if (writer === current) writer = startWriter();
        return outcome;
      });
      return { ...appending, recorded };
    },
    read: () => withOwn(reader.read(ownNames())),
    isChecked: reader.isChecked,
    checkMore: reader.checkMore,
    readAnew: () => withOwn(reader.readAnew(ownNames())),
    readAll: () => createJournalReader({ ...given, check: 'full' }).read(new Set()),
    confirmRead: unconfirmed.confirm,
    heldFiles: () => {
      const held = new Map<string, Uint8Array>();
      const acknowledged = own.acknowledged();
      for (const [path, content] of kept.contents()) {
        const file = basename(path);
        const lines = acknowledged.get(file);
        const bytes = lines === undefined ? content : firstLines(content, headerLines + lines);
        if (file.endsWith('.jsonl') && lines !== 0) held.set(file, bytes);
      }
      return held;
    },
    confirm: async (id) => {
      try {
        const file = `${id}.jsonl`;
        // Read from a copy under another name: then any of them may be the one.
        for (const name of files.stat(pathOf(file)) ? [file] : journals()) await files.flushFile(pathOf(name));
        await files.flushFolder(deps.folder());
        return ok(null);
      } catch (error) {
        return err(toStorageFailure(error));
      }
    },
    blank: async (events) => {
      const changed: LoadedCommit[] = [];
      try {
        removeLeftCopies();
        const { readable, damaged, failure } = lookThrough();
        let texts: readonly string[] | null = null;
        const redacting: Redacting = {
          events,
          texts: () => {
            texts ??= textsOf(events, readable);
            return texts;
          },
        };
        // Damage first, which may hold nothing else to know a text by than the whole line of another file: then that line
        // is there still when the power goes between them.
        for (const file of new Set([...damaged, ...readable])) {
          const isCurrent = file === writer.fileName;
          const age = deps.nowMs() - (files.stat(pathOf(file))?.modifiedMs ?? 0);
          if (isCurrent) changed.push(...(await writer.exclusively(() => blankFile(file, redacting))));
          else if (own.acknowledged().has(file) || age > quietMs) changed.push(...(await blankFile(file, redacting)));
        }
        return { commits: changed, failure: failure === null ? null : toStorageFailure(failure) };
      } catch (error) {
        return { commits: changed, failure: toStorageFailure(error) };
      }
    },
    owns: (file) => own.acknowledged().has(file),
    watch: (onNews) => {
      watching = { onNews, stop: null };
      startWatching();
      return () => {
        watching?.stop?.();
        watching = null;
      };
    },
    close: () => writer.close(),
  };
};

const hasDamage = ({ problems, tailProblems }: ReturnType<typeof readJournalBytes>): boolean =>
  problems.length + tailProblems.length > 0;

const headerLines = 1;

const firstLines = (bytes: Uint8Array, count: number): Uint8Array => {
  let end = 0;
  for (let line = 0; line < count; line += 1) {
    const feed = bytes.indexOf(10, end);
    if (feed < 0) return bytes;
    end = feed + 1;
  }
  return bytes.subarray(0, end);
};

import { basename, dirname, join } from 'node:path';
import { type Instant, isInstant } from '../../shared/kernel/instant.ts';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { takeOut } from '../../shared/record/redacted-text.ts';
import { ensureFolder, replaceFile, replaceFileIf } from './durable-file.ts';
import { type FileFacts, type FileLayer, isSameFile } from './file-layer.ts';
import { sha256 } from './sha256.ts';
import { type StorageFailure, toReadOnlyReason, toStorageFailure } from './storage-failure.ts';
import { createUnusableDrafts, isSetAside, takeOutOfBytes, type UnusableDraft } from './unusable-drafts.ts';

/** Text that was typed and not recorded. */
export interface StoredDraft {
  /** `draftPrefix` and the name of the field: a redaction reaches all drafts of its incident and of the library. */
  readonly key: string;
  readonly text: string;
  readonly savedAt: Instant;
  /** True when a run that is over left it behind. */
  readonly isOrphan: boolean;
}

export interface DraftStore {
  /** Durable once answered. Saves of one key follow each other; one that waits is overtaken by a newer text. */
  save(key: string, text: string): Promise<Result<null, StorageFailure>>;
  /**
   * Removes the draft of that key, also those that dead runs left: the text was recorded, or given up. Where nobody can
   * tell whether a run is over, what it saved since `list` was never offered, and stays.
   */
  remove(key: string): Promise<Result<null, StorageFailure>>;
  /**
   * Own drafts and orphans, the newest for each key. A damaged one is set aside under another name, one that the disk
   * does not give stays in its place; `notices` tells of both.
   */
  list(): readonly StoredDraft[];
  /** Says that what is typed is not on the disk, and why; null while the last save succeeded. */
  unsaved(): string | null;
  /** A sentence for each draft that `list` could not offer, with where it lies. */
  notices(): readonly string[];
  /**
   * Puts the redaction mark in place of `texts` in every draft whose key begins with one of `prefixes`, those of other
   * living runs too: they hear of the redaction and do the same, and until then the text must not lie here.
   */
  takeOut(prefixes: readonly string[], texts: readonly string[]): Promise<Result<null, StorageFailure>>;
}

export interface DraftStoreDeps {
  readonly files: FileLayer;
  readonly library: string;
  /** Names this run's folder, and says to other runs whether it lives: `<machine>-<boot>-<process>-<random>`. */
  readonly run: string;
  /** Null where nobody can tell: its drafts are offered, and are removed only as they were offered. */
  readonly isRunAlive: (run: string) => boolean | null;
  readonly now: () => Instant;
  readonly newToken: () => string;
  /** They are others than before. */
  readonly onNotices: () => void;
}

/** `drafts/<run>/<digest of the key>.json`, one durable file a draft. */
export const createDraftStore = (deps: DraftStoreDeps): DraftStore => {
  const { files } = deps;
  const root = join(deps.library, 'drafts');
  const fileOf = (key: string) => `${sha256(key).slice(0, 32)}.json`;
  const waiting = new Map<string, { text: string; done: Promise<Result<null, StorageFailure>> }>();
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<Result<null, StorageFailure>> => {
    const done = last.then(async () => {
      try {
        await work();
        return ok(null);
      } catch (error) {
        return err(toStorageFailure(error));
      }
    });
    last = done;
    return done;
  };

  const write = async (key: string, text: string) => {
    const folder = await ensureFolder(files, deps.library, ['drafts', deps.run]);
    const content = JSON.stringify({ key, text, savedAt: deps.now() });
    await replaceFile(files, join(folder, fileOf(key)), Buffer.from(content), deps.newToken());
  };

  const unusable = createUnusableDrafts(deps);
  const runs = () =>
    files.stat(root)?.isFolder ? files.list(root).filter((run) => files.stat(join(root, run))?.isFolder) : [];
  const isOrphaned = (run: string) => run !== deps.run && !deps.isRunAlive(run);
  /** What `list` has offered of other runs, as it was then. */
  const offered = new Map<string, FileFacts | null>();
  const mayRemove = (run: string, path: string) =>
    run === deps.run || deps.isRunAlive(run) === false || isSameFile(files.stat(path), offered.get(path) ?? null);

  /** A folder that the disk does not give keeps its own drafts back, and no others. */
  const namesIn = (folder: string, onUnlisted: (error: unknown) => void): readonly string[] => {
    try {
      return files.list(folder);
    } catch (error) {
      onUnlisted(error);
      return [];
    }
  };

  const readRun = (run: string): readonly StoredDraft[] => {
    const folder = join(root, run);
    return namesIn(folder, (error) => unusable.setAside(folder, { fault: reasonOf(error), isUnread: true }))
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const path = join(folder, name);
        const facts = files.stat(path);
        const draft = readDraft(files, path);
        if ('fault' in draft) {
          unusable.setAside(path, draft);
          return [];
        }
        if (run !== deps.run) offered.set(path, facts);
        return [{ ...draft, isOrphan: run !== deps.run }];
      });
  };

  /** False when a living run saved over it, or removed it, meanwhile: then its newer text has to be looked at. */
  const takeOutOfFile = async (run: string, path: string, prefixes: readonly string[], texts: readonly string[]) => {
    const facts = files.stat(path);
    const put = (content: Buffer) =>
      replaceFileIf(files, path, content, deps.newToken(), () => isSameFile(files.stat(path), facts));
    const draft = path.endsWith('.json') ? readDraft(files, path) : null;
    if (facts === null) return true;
    if (draft && !('fault' in draft)) {
      if (!isOneOf(prefixes, draft.key)) return true;
      const text = takeOut(draft.text, texts);
      if (text === draft.text) return true;
      return put(Buffer.from(JSON.stringify({ key: draft.key, text, savedAt: draft.savedAt })));
    }
    if (draft || isSetAside(basename(path))) {
      // Whose text it is cannot be told any more.
      const bytes = Buffer.from(files.readFile(path));
      const left = takeOutOfBytes(bytes, texts);
      return left.equals(bytes) || put(left);
    }
    if (path.endsWith('.tmp') && isOrphaned(run)) {
      // Half of a replacement that a crash cut short: nobody reads it, and it may hold what has to go.
      files.remove(path);
      await files.flushFolder(dirname(path));
    }
    return true;
  };
  /** What the disk does not give keeps its text, and that is told; it keeps the text of no other. */
  const takeOutOfAll = async (prefixes: readonly string[], texts: readonly string[]) => {
    let failure: unknown = null;
    const tryTo = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        failure ??= error;
      }
    };
    for (const run of runs())
      await tryTo(async () => {
        for (const name of files.list(join(root, run)))
          await tryTo(async () => {
            while (!(await takeOutOfFile(run, join(root, run, name), prefixes, texts)));
          });
      });
    if (failure !== null) throw failure;
  };

  let unsaved: string | null = null;
  const noteSave = (outcome: Result<null, StorageFailure>) => {
    const before = unsaved;
    unsaved = outcome.ok
      ? null
      : `What is typed cannot be kept in ${root} until it is recorded (${toReadOnlyReason(outcome.error)}). Record it soon, or copy it elsewhere.`;
    if (unsaved !== before) deps.onNotices();
    return outcome;
  };

  return {
    save: (key, text) => {
      const before = waiting.get(key);
      if (before) {
        before.text = text;
        return before.done;
      }
      const entry = { text, done: Promise.resolve<Result<null, StorageFailure>>(ok(null)) };
      entry.done = inTurn(() => {
        waiting.delete(key);
        return write(key, entry.text);
      }).then(noteSave);
      waiting.set(key, entry);
      return entry.done;
    },
    remove: (key) =>
      inTurn(async () => {
        for (const run of runs().filter((each) => each === deps.run || isOrphaned(each))) {
          const folder = join(root, run);
          // A crash while it was being saved leaves a second copy, `<file>.<token>.tmp`: the text goes with all of them. What
          // cannot be read was never offered, so nobody gave it up.
          const isCopy = (name: string) =>
            name.startsWith(fileOf(key)) &&
            (name.endsWith('.tmp') || (name === fileOf(key) && !('fault' in readDraft(files, join(folder, name))))) &&
            mayRemove(run, join(folder, name));
          const copies = namesIn(folder, (error) => {
            if (run === deps.run) throw error;
          }).filter(isCopy);
          for (const name of copies) files.remove(join(folder, name));
          if (copies.length > 0) await files.flushFolder(folder);
        }
      }),
    list: () => {
      const newest = new Map<string, StoredDraft>();
      for (const run of runs().filter((each) => each === deps.run || isOrphaned(each)))
        for (const draft of readRun(run)) {
          const known = newest.get(draft.key);
          // This run's own text is what is on the screen; an orphan must not take its place.
          if (!known || (known.isOrphan && (!draft.isOrphan || known.savedAt < draft.savedAt)))
            newest.set(draft.key, draft);
        }
      unusable.tell();
      return [...newest.values()];
    },
    unsaved: () => unsaved,
    notices: unusable.notices,
    takeOut: (prefixes, texts) => {
      for (const [key, entry] of waiting) if (isOneOf(prefixes, key)) entry.text = takeOut(entry.text, texts);
      return inTurn(() => takeOutOfAll(prefixes, texts));
    },
  };
};

const isOneOf = (prefixes: readonly string[], key: string) => prefixes.some((prefix) => key.startsWith(prefix));

const readDraft = (files: FileLayer, path: string): Omit<StoredDraft, 'isOrphan'> | UnusableDraft => {
  let bytes: Uint8Array;
  try {
    bytes = files.readFile(path);
  } catch (error) {
    return { fault: reasonOf(error), isUnread: true };
  }
  try {
    const { key, text, savedAt } = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof key === 'string' && typeof text === 'string' && isInstant(savedAt)) return { key, text, savedAt };
  } catch {
    // What JSON has to say of it quotes the text.
  }
  return { fault: 'its file is damaged', isUnread: false };
};

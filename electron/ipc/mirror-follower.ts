import type { MirrorStatus } from '../../shared/ipc/library-status.ts';
import type { DeletedFile, LookMessage, MirrorMessage } from '../library/protocol.ts';

/** The part of the mirror's process that main needs; Electron's utilityProcess fits. */
export interface MirrorProcess {
  postMessage(message: LookMessage): void;
  onMessage(listener: (message: MirrorMessage) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export interface MirrorFollower {
  status(): MirrorStatus | null;
  /** From now on this folder; null ends it. */
  follow(folder: string | null): void;
  /** Something was recorded. */
  note(): void;
  /**
   * A person deleted this file in the library (null: nobody knows what was in it): its copy in the mirror goes too, now or
   * as soon as the mirror is reached, also after the next start.
   * @returns a sentence when a copy may still be there
   */
  deleteCopies(file: DeletedFile | null): Promise<string | null>;
}

/** What was deleted in the library while its copy in a mirror was not, by the mirror's folder. */
export interface OwedDeletions {
  of(folder: string): readonly DeletedFile[];
  save(folder: string, owed: readonly DeletedFile[]): void;
}

export interface MirrorFollowerDeps {
  readonly start: (folder: string) => MirrorProcess;
  readonly onStatus: () => void;
  readonly owed: OwedDeletions;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/** A call on a dead share hangs: nothing more can be heard of the process then. */
const silentMs = 10_000;
const startAgainMs = 3_000;
/** How long a person waits to hear that a copy is gone; a look at a large library takes longer. */
const deletedWithinMs = 5_000;

/** Keeps the mirror's process going and knows how the mirror stands. Whatever happens to it, recording goes on. */
export const createMirrorFollower = ({ start, onStatus, owed, setTimer }: MirrorFollowerDeps): MirrorFollower => {
  let status: MirrorStatus | null = null;
  let current: MirrorProcess | null = null;
  let stopTimer = () => {};
  const waiting = new Set<{ readonly file: DeletedFile; readonly settle: (isDeleted: boolean) => void }>();

  const set = (next: MirrorStatus | null) => {
    const isNews = JSON.stringify(next) !== JSON.stringify(status);
    status = next;
    if (isNews) onStatus();
  };
  const noteDeleted = (folder: string, deleted: readonly DeletedFile[]) => {
    if (deleted.length === 0) return;
    const isDeleted = (file: DeletedFile) => deleted.some((each) => isSame(each, file));
    owed.save(
      folder,
      owed.of(folder).filter((file) => !isDeleted(file)),
    );
    for (const { file, settle } of waiting) if (isDeleted(file)) settle(true);
  };
  const run = (folder: string) => {
    const child = start(folder);
    current = child;
    const expectSign = () => {
      stopTimer();
      stopTimer = setTimer(() => {
        set({ folder, kind: 'unreachable', behind: status?.behind ?? null, why: 'Its disk does not answer.' });
        end();
        run(folder);
      }, silentMs);
    };
    child.onMessage((message) => {
      if (child !== current) return;
      expectSign();
      if (message.kind !== 'state') return;
      set(message.state);
      noteDeleted(folder, message.deleted);
    });
    child.onExit(() => {
      if (child !== current) return;
      current = null;
      stopTimer();
      stopTimer = setTimer(() => run(folder), startAgainMs);
    });
    expectSign();
    child.postMessage(owed.of(folder));
  };
  const end = () => {
    stopTimer();
    const child = current;
    current = null;
    child?.kill();
  };

  return {
    status: () => status,
    follow: (folder) => {
      end();
      // Until the first look is over nothing is claimed.
      set(folder === null ? null : { folder, kind: 'behind', behind: null, why: null });
      if (folder !== null) run(folder);
    },
    note: () => {
      if (status) current?.postMessage(owed.of(status.folder));
    },
    deleteCopies: async (file) => {
      if (status === null) return null;
      const { folder, kind } = status;
      if (file === null) return unknownCopy(folder);
      owed.save(folder, [...owed.of(folder), file]);
      current?.postMessage(owed.of(folder));
      if (kind === 'unreachable') return copyLeft(folder);
      const isDeleted = await new Promise<boolean>((resolve) => {
        const stop = setTimer(() => one.settle(false), deletedWithinMs);
        const one = {
          file,
          settle: (is: boolean) => {
            stop();
            waiting.delete(one);
            resolve(is);
          },
        };
        waiting.add(one);
      });
      return isDeleted ? null : copyLeft(folder);
    },
  };
};

const isSame = (a: DeletedFile, b: DeletedFile) => a.incident === b.incident && a.sha256 === b.sha256;

const copyLeft = (folder: string) =>
  `Deleted in the library. Its copy in the mirror ${folder} is not deleted yet: that is done as soon as the mirror is reached.`;
const unknownCopy = (folder: string) =>
  `What was in it is not known, so a copy may still lie in the mirror ${folder}: delete it there by hand.`;

import type { MirrorStatus } from '../../shared/ipc/library-status.ts';
import type { MirrorMessage } from '../library/protocol.ts';

/** The part of the mirror's process that main needs; Electron's utilityProcess fits. */
export interface MirrorProcess {
  postMessage(message: 'look'): void;
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
}

export interface MirrorFollowerDeps {
  readonly start: (folder: string) => MirrorProcess;
  readonly onStatus: () => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/** A call on a dead share hangs: nothing more can be heard of the process then. */
const silentMs = 10_000;
const startAgainMs = 3_000;

/** Keeps the mirror's process going and knows how the mirror stands. Whatever happens to it, recording goes on. */
export const createMirrorFollower = ({ start, onStatus, setTimer }: MirrorFollowerDeps): MirrorFollower => {
  let status: MirrorStatus | null = null;
  let current: MirrorProcess | null = null;
  let stopTimer = () => {};

  const set = (next: MirrorStatus | null) => {
    const isNews = JSON.stringify(next) !== JSON.stringify(status);
    status = next;
    if (isNews) onStatus();
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
      if (message.kind === 'state') set(message.state);
    });
    child.onExit(() => {
      if (child !== current) return;
      current = null;
      stopTimer();
      stopTimer = setTimer(() => run(folder), startAgainMs);
    });
    expectSign();
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
    note: () => current?.postMessage('look'),
  };
};

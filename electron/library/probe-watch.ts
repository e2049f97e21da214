import type { LibraryState } from './library.ts';

export interface ProbeWatch {
  /** Hears of every change of the library's state, and of the one at the start. */
  noteState(state: Pick<LibraryState, 'readOnly'>): void;
  /** The library is not where it was, though nobody has tried to write: tries it at once, and once only. */
  noteAway(): void;
}

interface ProbeWatchDeps {
  /** Tries a real write; a change of the state is told to `noteState`. */
  readonly probe: () => Promise<unknown>;
  readonly setTimer: (run: () => void, ms: number) => void;
  readonly onBug: (bug: unknown) => void;
}

/** A stick that is plugged in again is noticed while the hand is still at the plug. */
const pauseMs = 3_000;

/** While the library cannot be written, tries again and again by itself: nobody has time to tell it to. */
export const createProbeWatch = ({ probe, setTimer, onBug }: ProbeWatchDeps): ProbeWatch => {
  let isReadOnly = false;
  let isWaiting = false;
  let isTrying = false;
  const wait = () => {
    if (isWaiting || !isReadOnly) return;
    isWaiting = true;
    setTimer(() => void look(), pauseMs);
  };
  const tryOut = async () => {
    isTrying = true;
    try {
      await probe();
    } catch (bug) {
      onBug(bug);
    }
    isTrying = false;
  };
  const look = async () => {
    if (isReadOnly) await tryOut();
    isWaiting = false;
    wait();
  };
  return {
    noteState: ({ readOnly }) => {
      isReadOnly = readOnly !== null;
      wait();
    },
    noteAway: () => {
      if (!isReadOnly && !isTrying) void tryOut();
    },
  };
};

/** How long typed text may take to reach the disk before the app closes all the same. */
const closeWithinMs = 2_000;

export interface OrderlyClose {
  /** Answers the window's `close`: holds it back until everything is on the disk. */
  onClose(event: { preventDefault(): void }): void;
  /** A page says that what was typed in it is on the disk. */
  noteReady(page: number): void;
}

interface OrderlyCloseDeps {
  /** Asks every page that can answer to put its text on the disk; returns those pages. */
  readonly askPages: () => readonly number[];
  /** Lets go of the library; afterwards nothing is written any more. */
  readonly closeLibrary: () => Promise<void>;
  /** Closes the window once more, now for good. */
  readonly closeWindow: () => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/** Closing by hand races nothing: text first, then the library, then the window. A kill needs none of it. */
export const createOrderlyClose = (deps: OrderlyCloseDeps): OrderlyClose => {
  let step: 'open' | 'asking' | 'letting-go' | 'done' = 'open';
  let stopTimer: (() => void) | undefined;
  const unanswered = new Set<number>();
  const letGo = async () => {
    if (step !== 'asking') return;
    step = 'letting-go';
    stopTimer?.();
    try {
      await deps.closeLibrary();
    } catch (error) {
      console.error('The library was not closed in order:', error);
    }
    step = 'done';
    deps.closeWindow();
  };
  return {
    onClose: (event) => {
      if (step === 'done') return;
      event.preventDefault();
      if (step !== 'open') return;
      step = 'asking';
      stopTimer = deps.setTimer(() => void letGo(), closeWithinMs);
      for (const page of deps.askPages()) unanswered.add(page);
      if (unanswered.size === 0) void letGo();
    },
    noteReady: (page) => {
      unanswered.delete(page);
      if (unanswered.size === 0) void letGo();
    },
  };
};

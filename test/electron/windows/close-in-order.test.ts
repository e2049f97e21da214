import { describe, expect, it } from 'vitest';
import { createOrderlyClose } from '../../../electron/windows/close-in-order.ts';

/** A window that a test closes, with a timer that it lets run out. */
const createWorld = (pages: readonly number[]) => {
  const steps: string[] = [];
  let timer: (() => void) | undefined;
  let held = 0;
  const closing = createOrderlyClose({
    askPages: () => {
      steps.push('ask');
      return pages;
    },
    closeLibrary: async () => {
      steps.push('library');
    },
    closeWindow: () => steps.push('window'),
    setTimer: (run) => {
      timer = run;
      return () => {
        timer = undefined;
      };
    },
  });
  const close = () => {
    const before = held;
    closing.onClose({
      preventDefault: () => {
        held += 1;
      },
    });
    return held > before ? 'held' : 'closed';
  };
  return { close, steps, ready: closing.noteReady, runOut: () => timer?.(), settled: () => Promise.resolve() };
};

describe('closing by hand', () => {
  it('[APP10] the window stays until every page has its text on the disk and the library is let go', async () => {
    const { close, steps, ready, settled } = createWorld([1, 2]);
    expect(close()).toBe('held');
    ready(1);
    // Whoever presses again does not start anew.
    expect(close()).toBe('held');
    expect(steps).toEqual(['ask']);
    ready(2);
    await settled();
    expect(steps).toEqual(['ask', 'library', 'window']);
    expect(close()).toBe('closed');
  });

  it('[APP10] a page that does not answer holds it up for a while only', async () => {
    const { close, steps, ready, runOut, settled } = createWorld([1]);
    close();
    runOut();
    await settled();
    ready(1);
    expect(steps).toEqual(['ask', 'library', 'window']);
    expect(close()).toBe('closed');
  });

  it('[APP10] with no page that can answer nothing is waited for', async () => {
    const { close, steps, settled } = createWorld([]);
    expect(close()).toBe('held');
    await settled();
    expect(steps).toEqual(['ask', 'library', 'window']);
  });
});

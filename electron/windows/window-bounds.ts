import type { Rectangle } from 'electron';

/** The smallest window in which the console is laid out. */
export const smallestWindow = { width: 800, height: 560 };
const firstWindow = { width: 1440, height: 900 };

/**
 * Where to open the console: where it was, if that can still be reached on one of the screens, else centred by the
 * system (no position). All in device-independent pixels.
 */
export function placeWindow(saved: Rectangle | undefined, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  const home = workAreas.find((area) => saved !== undefined && reaches(saved, area));
  if (saved === undefined || home === undefined) {
    const largest = workAreas[0] ?? { x: 0, y: 0, ...firstWindow };
    return fit(firstWindow, largest);
  }
  return { x: saved.x, y: saved.y, ...fit(saved, home) };
}

function fit(size: { width: number; height: number }, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.max(smallestWindow.width, Math.min(size.width, area.width)),
    height: Math.max(smallestWindow.height, Math.min(size.height, area.height)),
  };
}

/** Enough of the title bar lies inside for a hand to grab it. */
function reaches(window: Rectangle, area: Rectangle): boolean {
  const grip = 100;
  const overlap = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return overlap >= grip && window.y >= area.y && window.y + grip <= area.y + area.height;
}

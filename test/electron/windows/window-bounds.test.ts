import { describe, expect, test } from 'vitest';
import { placeWindow } from '../../../electron/windows/window-bounds.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };

describe('[APP3] the place of the window', () => {
  test('[APP3] comes back where it can be reached', () => {
    const saved = { x: 100, y: 50, width: 1200, height: 800 };
    expect(placeWindow(saved, [screen])).toEqual(saved);
  });

  test('[APP3] is left to the system when its screen is gone', () => {
    expect(placeWindow({ x: 2500, y: 50, width: 1200, height: 800 }, [screen])).toEqual({ width: 1440, height: 900 });
  });

  test('[APP3] is left to the system when its title bar lies above the screen', () => {
    expect(placeWindow({ x: 100, y: -300, width: 1200, height: 800 }, [screen])).not.toHaveProperty('x');
  });

  test('[APP3] shrinks to a smaller screen, but not below what the console needs', () => {
    const small = { x: 0, y: 0, width: 1024, height: 700 };
    expect(placeWindow({ x: 0, y: 0, width: 3000, height: 2000 }, [small])).toMatchObject({ width: 1024, height: 700 });
    expect(placeWindow({ x: 0, y: 0, width: 300, height: 300 }, [small])).toMatchObject({ width: 800, height: 560 });
  });
});

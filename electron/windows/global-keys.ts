import { globalShortcut } from 'electron';

export interface GlobalKey {
  readonly accelerator: string;
  readonly run: () => void;
}

/**
 * Keys that work while another program has the focus. A desktop may refuse them (Wayland, another program has them):
 * returns those, so that a person is told and uses the window instead.
 */
export const registerGlobalKeys = (keys: readonly GlobalKey[]): readonly string[] =>
  keys.filter(({ accelerator, run }) => !tryRegister(accelerator, run)).map(({ accelerator }) => accelerator);

export const releaseGlobalKeys = (): void => globalShortcut.unregisterAll();

const tryRegister = (accelerator: string, run: () => void): boolean => {
  try {
    return globalShortcut.register(accelerator, run);
  } catch {
    return false;
  }
};

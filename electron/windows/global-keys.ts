import type { GlobalKeyId, GlobalKeys } from '../../shared/ipc/contract.ts';

/** The part of Electron's `globalShortcut` that is used. */
interface Shortcuts {
  register(accelerator: string, run: () => void): boolean;
  unregisterAll(): void;
}

/** Keys that work while another program has the focus. */
export interface GlobalKeyring {
  current(): GlobalKeys;
  /** Those of the current ones that the desktop did not give. */
  refused(): readonly GlobalKeyId[];
  /** Lets go of the present keys and asks for these. Returns those that were refused. */
  use(keys: GlobalKeys): readonly GlobalKeyId[];
  release(): void;
}

export const defaultGlobalKeys: GlobalKeys = {
  capture: 'Ctrl+Shift+L',
  console: 'Ctrl+Shift+H',
  declare: 'Ctrl+Shift+D',
};

/**
 * A desktop may refuse a key (Wayland, another program has it): then a person is told, and chooses another one or uses
 * the window.
 */
export const createGlobalKeyring = (
  shortcuts: Shortcuts,
  runById: Readonly<Record<GlobalKeyId, () => void>>,
): GlobalKeyring => {
  let current = defaultGlobalKeys;
  let refused: readonly GlobalKeyId[] = [];
  const isGiven = (id: GlobalKeyId): boolean => {
    if (current[id] === '') return true;
    try {
      return shortcuts.register(current[id].replace('Ctrl', 'CommandOrControl'), runById[id]);
    } catch {
      return false;
    }
  };
  return {
    current: () => current,
    refused: () => refused,
    use: (keys) => {
      shortcuts.unregisterAll();
      current = keys;
      refused = (Object.keys(runById) as GlobalKeyId[]).filter((id) => !isGiven(id));
      return refused;
    },
    release: () => shortcuts.unregisterAll(),
  };
};

import { expect, test } from 'vitest';
import { createGlobalKeyring, defaultGlobalKeys } from '../../../electron/windows/global-keys.ts';

/** A desktop where another program has some keys. */
const createDesktop = (taken: readonly string[]) => {
  const held = new Map<string, () => void>();
  return {
    held,
    register: (accelerator: string, run: () => void) => {
      if (taken.includes(accelerator) || held.has(accelerator)) return false;
      held.set(accelerator, run);
      return true;
    },
    unregisterAll: () => held.clear(),
  };
};
const runs = { capture: () => undefined, console: () => undefined, declare: () => undefined };

test('[KY45] what the desktop does not give is named, the others work; no key is asked for where there is none', () => {
  const desktop = createDesktop(['CommandOrControl+Shift+H']);
  const keyring = createGlobalKeyring(desktop, runs);
  expect(keyring.use({ ...defaultGlobalKeys, declare: '' })).toEqual(['console']);
  expect([...desktop.held.keys()]).toEqual(['CommandOrControl+Shift+L']);
  expect(keyring.use({ ...defaultGlobalKeys, console: 'Alt+F9' })).toEqual([]);
  expect([...desktop.held.keys()]).toEqual(['CommandOrControl+Shift+L', 'Alt+F9', 'CommandOrControl+Shift+D']);
});

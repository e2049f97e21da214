import { expect, test } from 'vitest';
import { setGlobalKeys } from '../../../electron/ipc/global-key-requests.ts';
import type { Preferences } from '../../../electron/preferences/preferences.ts';
import { createGlobalKeyring, defaultGlobalKeys } from '../../../electron/windows/global-keys.ts';

const runs = { capture: () => undefined, console: () => undefined, declare: () => undefined };

const createPlace = (taken: readonly string[]) => {
  const held = new Set<string>();
  const saved: Partial<Preferences>[] = [];
  const keyring = createGlobalKeyring(
    {
      register: (accelerator) => {
        if (taken.includes(accelerator)) return false;
        held.add(accelerator);
        return true;
      },
      unregisterAll: () => held.clear(),
    },
    runs,
  );
  keyring.use(defaultGlobalKeys);
  const deps = { keyring, preferences: { save: (change: Partial<Preferences>) => void saved.push(change) } };
  return {
    held,
    saved,
    set: (keys: Partial<typeof defaultGlobalKeys>) => setGlobalKeys({ ...defaultGlobalKeys, ...keys }, deps),
  };
};

test('[KY46] a changed key holds at once and is kept for the next start', () => {
  const place = createPlace([]);
  expect(place.set({ capture: 'ctrl alt k' })).toMatchObject({ ok: true, value: { keys: { capture: 'Ctrl+Alt+K' } } });
  expect(place.held).toContain('CommandOrControl+Alt+K');
  expect(place.saved).toEqual([{ globalKeys: { ...defaultGlobalKeys, capture: 'Ctrl+Alt+K' } }]);
});

test('[KY46] a key that the desktop does not give changes nothing, and the sentence says so', () => {
  const place = createPlace(['CommandOrControl+Alt+K']);
  const before = new Set(place.held);
  const reply = place.set({ capture: 'Ctrl+Alt+K', declare: 'Ctrl+Alt+D' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'global-keys.refused', field: 'capture' } });
  expect(reply.ok ? '' : reply.error.sentence).toContain('This desktop does not give Ctrl+Alt+K');
  expect(place.held).toEqual(before);
  expect(place.saved).toEqual([]);
});

test('[KY46] what was refused before does not keep the others from being changed', () => {
  const place = createPlace(['CommandOrControl+Shift+H']);
  expect(place.set({ capture: 'Ctrl+Alt+K' })).toMatchObject({ ok: true, value: { refused: ['console'] } });
});

test('[KY46] one key for two things, and what is no key, are refused', () => {
  const place = createPlace([]);
  expect(place.set({ capture: 'Ctrl+Shift+H' })).toMatchObject({ ok: false, error: { field: 'console' } });
  expect(place.set({ declare: 'd' })).toMatchObject({
    ok: false,
    error: { code: 'global-keys.form', field: 'declare' },
  });
});

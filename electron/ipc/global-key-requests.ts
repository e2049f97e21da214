import type { GlobalKeyId, GlobalKeys } from '../../shared/ipc/contract.ts';
import { parseChord } from '../../shared/kernel/key-chord.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { PreferenceFile } from '../preferences/preference-file.ts';
import { globalKeys } from '../preferences/preferences.ts';
import type { GlobalKeyring } from '../windows/global-keys.ts';
import type { RequestRouter } from './requests.ts';

interface GlobalKeyRequestDeps {
  readonly preferences: Pick<PreferenceFile, 'save'>;
  readonly keyring: GlobalKeyring;
}

/** Changes the keys that work over all programs; a key that the desktop does not give leaves all as they were. */
export const handleGlobalKeyRequests = (router: RequestRouter, deps: GlobalKeyRequestDeps): void =>
  router.handle('global-keys:set', globalKeys, (wanted) => setGlobalKeys(wanted, deps));

export const setGlobalKeys = (wanted: GlobalKeys, { preferences, keyring }: GlobalKeyRequestDeps) => {
  const keys = { ...keyring.current() } as Record<GlobalKeyId, string>;
  for (const id of ids) {
    const chord = parseChord(wanted[id]);
    if (!chord.ok) return err({ code: 'global-keys.form', sentence: chord.error, field: id });
    keys[id] = chord.value;
  }
  const doubled = ids.find(
    (id, index) => keys[id] !== '' && ids.slice(0, index).some((other) => keys[other] === keys[id]),
  );
  if (doubled)
    return err({ code: 'global-keys.doubled', sentence: `${keys[doubled]} cannot mean two things.`, field: doubled });
  const before: GlobalKeys = keyring.current();
  // What was refused before and is not touched now stays as it is.
  const [refused] = keyring.use(keys).filter((id) => keys[id] !== before[id]);
  if (refused) {
    keyring.use(before);
    return err({
      code: 'global-keys.refused',
      sentence: `This desktop does not give ${keys[refused]}: another program has it, or no program may have one. Nothing was changed. Choose another.`,
      field: refused,
    });
  }
  preferences.save({ globalKeys: keys });
  return ok({ keys: keyring.current(), refused: keyring.refused() });
};

const ids: readonly GlobalKeyId[] = ['capture', 'console', 'declare'];

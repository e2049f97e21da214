import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { noPreferences, type Preferences, parsePreferences } from './preferences.ts';

const name = 'preferences';

export interface PreferenceFile {
  /** What holds now, saved or not. */
  current(): Preferences;
  /** Merges a change, at once here and soon in the file. Preferences may be lost: a failure only goes to stderr. */
  save(change: Partial<Preferences>): void;
  /** Settles when nothing is being saved any more; undefined when nothing is. */
  whenSaved(): Promise<void> | undefined;
}

/** What writes the file; it keeps the keys that it does not know. */
export interface PreferenceStore {
  set(change: Partial<Preferences>): void;
}

/**
 * Opens the preferences in `folder`. They are read plainly and at once because the first window needs its place;
 * electron-store, which takes a tenth of a second to load, comes in with the first change. A file that cannot be
 * understood is set aside under another name, never overwritten.
 */
export function openPreferenceFile(folder: string, loadStore = loadElectronStore): PreferenceFile {
  let known = readOrSetAside(folder);
  let store: ReturnType<typeof loadStore> | undefined;
  let saving: Promise<void> | undefined;
  const write = async (change: Partial<Preferences>) => {
    try {
      store ??= loadStore(folder);
      (await store).set(change);
    } catch (error) {
      store = undefined;
      console.error('Preferences could not be saved:', error);
    }
  };
  return {
    current: () => known,
    save(change) {
      known = { ...known, ...change };
      const current = Promise.all([saving, write(change)]).then(() => {
        if (saving === current) saving = undefined;
      });
      saving = current;
    },
    whenSaved: () => saving,
  };
}

async function loadElectronStore(folder: string): Promise<PreferenceStore> {
  readOrSetAside(folder);
  const { default: ElectronStore } = await import('electron-store');
  return new ElectronStore<Preferences>({ cwd: folder, name });
}

function readOrSetAside(folder: string): Preferences {
  const file = join(folder, `${name}.json`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return noPreferences;
  }
  const preferences = parsePreferences(text);
  if (preferences !== undefined) return preferences;
  renameSync(file, freeName(folder));
  return noPreferences;
}

function freeName(folder: string): string {
  return join(folder, `${name}-not-understood-${new Date().toISOString().replaceAll(':', '-')}.json`);
}

import { readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { noPreferences, type Preferences, parsePreferences } from './preferences.ts';

const name = 'preferences';

export interface PreferenceFile {
  /** What holds now, saved or not. */
  current(): Preferences;
  /** Merges a change, at once here and soon in the file. Preferences may be lost: a failure only goes to stderr. */
  save(change: Partial<Preferences>): void;
  /** Settles when nothing is being saved any more; undefined when nothing is. */
  whenSaved(): Promise<void> | undefined;
  /** Where a file that could not be understood was put; null while there was none. */
  notice(): string | null;
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
  const { preferences, notice } = readOrSetAside(folder);
  let known = preferences;
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
    notice: () => notice,
  };
}

async function loadElectronStore(folder: string): Promise<PreferenceStore> {
  readOrSetAside(folder);
  const { default: ElectronStore } = await import('electron-store');
  return new ElectronStore<Preferences>({ cwd: folder, name });
}

function readOrSetAside(folder: string): { readonly preferences: Preferences; readonly notice: string | null } {
  const file = join(folder, `${name}.json`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { preferences: noPreferences, notice: null };
  }
  const preferences = parsePreferences(text);
  if (preferences !== undefined) return { preferences, notice: null };
  return {
    preferences: noPreferences,
    notice: `The preferences (${file}) could not be used. ${setAside(file, folder)}`,
  };
}

/** What became of it. A folder that lets nothing be renamed keeps nobody from working. */
function setAside(file: string, folder: string): string {
  const kept = freeName(folder);
  try {
    renameSync(file, kept);
    return `The file was kept as ${basename(kept)}, and the first settings are in use: zone, theme, sound and your name.`;
  } catch (error) {
    return `The first settings are in use, and changes will not be kept: it could not be set aside (${String(error)}).`;
  }
}

function freeName(folder: string): string {
  return join(folder, `${name}-not-understood-${new Date().toISOString().replaceAll(':', '-')}.json`);
}

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openPreferenceFile, type PreferenceStore } from '../../../electron/preferences/preference-file.ts';

const bounds = { x: 1, y: 2, width: 1000, height: 700 };
const freshFolder = () => mkdtempSync(join(tmpdir(), 'holdfast-preferences-'));

/** The store of the real app needs Electron; the end-to-end tests run on that one. */
async function loadPlainStore(folder: string): Promise<PreferenceStore> {
  let content = {};
  return {
    set(change) {
      content = { ...content, ...change };
      writeFileSync(join(folder, 'preferences.json'), JSON.stringify(content));
    },
  };
}

test('[PREF1] what is saved holds at once and is found by the next start', async () => {
  const folder = freshFolder();
  const first = openPreferenceFile(folder, loadPlainStore);
  first.save({ consoleBounds: bounds });
  first.save({ isConsoleMaximized: true });
  expect(first.current()).toEqual({ consoleBounds: bounds, isConsoleMaximized: true });
  await first.whenSaved();
  expect(first.whenSaved()).toBeUndefined();
  expect(openPreferenceFile(folder).current()).toEqual({ consoleBounds: bounds, isConsoleMaximized: true });
});

test.each(['{ "consoleBounds": { "x": 1', '{ "consoleBounds": { "x": "left" } }', '[]'])(
  '[PREF2] a file that makes no sense is set aside whole, and the app starts without: %s',
  (damaged) => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'preferences.json'), damaged);
    const file = openPreferenceFile(folder);
    expect(file.current()).toEqual({});
    const names = readdirSync(folder);
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/^preferences-not-understood-/);
    expect(readFileSync(join(folder, names[0] ?? ''), 'utf8')).toBe(damaged);
    expect(file.notice()).toContain(`The file was kept as ${names[0]}`);
    expect(openPreferenceFile(folder).notice()).toBeNull();
  },
);

test('[PREF1] a store that fails is reported and tried again with the next change', async () => {
  const folder = freshFolder();
  let attempts = 0;
  const file = openPreferenceFile(folder, async (where) => {
    attempts += 1;
    if (attempts === 1) throw new Error('no store today');
    return loadPlainStore(where);
  });
  file.save({ consoleBounds: bounds });
  await file.whenSaved();
  file.save({ isConsoleMaximized: true });
  await file.whenSaved();
  expect(openPreferenceFile(folder).current()).toEqual({ isConsoleMaximized: true });
});

test('[AF9] a folder in which the damaged file cannot be set aside keeps nobody from working', () => {
  const folder = freshFolder();
  // Its name is taken by a folder that holds something, which no file can replace: as good as a folder without rights,
  // and that for root too.
  writeFileSync(join(folder, 'preferences.json'), 'not json');
  vi.useFakeTimers({ now: 0 });
  try {
    mkdirSync(join(folder, 'preferences-not-understood-1970-01-01T00-00-00.000Z.json', 'full'), { recursive: true });
    const file = openPreferenceFile(folder);
    expect(file.current()).toEqual({});
    expect(file.notice()).toMatch(/could not be set aside/);
    expect(readFileSync(join(folder, 'preferences.json'), 'utf8')).toBe('not json');
  } finally {
    vi.useRealTimers();
  }
});

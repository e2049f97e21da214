import { expect, test, vi } from 'vitest';
import type { HeldText } from '../../../renderer/state/drafts.ts';
import type { AppInfo } from '../../../shared/ipc/contract.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createWindowWorld } from '../../support/window-world.ts';

const world = createWindowWorld();
const { appStore } = await import('../../../renderer/state/app-store.ts');
const { askForDrafts, flushDrafts, heldTexts, listDrafts, saveDraft } = await import(
  '../../../renderer/state/drafts.ts'
);

const incident = 'one' as IncidentId;
const texts = () => heldTexts().map(({ key, text }) => `${key}: ${text}`);
const done = { ok: true, value: null };

test('[TB35] what is typed is known here whatever the disk says, until it is recorded', async () => {
  saveDraft(incident, 'entry', 'half a thought');
  const flushing = flushDrafts();
  await world.next('drafts:save').answer({ ok: false, error: { code: 'storage.full', sentence: '' } });
  await flushing;
  expect(texts()).toEqual(['entry: half a thought']);
  saveDraft(incident, 'entry', '');
  expect(texts()).toEqual([]);
  void flushDrafts();
  await world.next('drafts:save').answer(done);
});

test('[TB35] a text that a dead run left counts, one of another window of this run does not', async () => {
  const savedAt = '2026-03-02T10:00:00.000Z';
  const listing = listDrafts(incident);
  await world.next('drafts:list').answer({
    ok: true,
    value: [
      { key: 'section:summary', text: 'left behind', savedAt, orphan: true },
      { key: 'capture', text: 'typed over there', savedAt, orphan: false },
    ],
  });
  await listing;
  expect(texts()).toEqual(['section:summary: left behind']);
  saveDraft(incident, 'section:summary', '');
  void flushDrafts();
  await world.next('drafts:save').answer(done);
  expect(texts()).toEqual([]);
});

test('[TB36] when the library can be written again, what it did not take is written once more', async () => {
  const library = (readOnly: string | null) =>
    appStore.setState({ info: { library: { folder: '', readOnly, notices: [] } } as unknown as AppInfo });
  library('The disk is full.');
  saveDraft(incident, 'entry', 'kept');
  void flushDrafts();
  await world.next('drafts:save').answer({ ok: false, error: { code: 'storage.full', sentence: '' } });
  library(null);
  void flushDrafts();
  expect(world.next('drafts:save').payload).toEqual({ incident, key: 'entry', text: 'kept' });
});

test('[TB38] what a dead run left, and is known here, goes along when the record goes on in another folder', async () => {
  const library = (folder: string, readOnly: string | null) =>
    appStore.setState({ info: { library: { folder, readOnly, notices: [] } } as unknown as AppInfo });
  const asking = askForDrafts(null);
  const left = { key: 'form:declare', text: 'left', savedAt: '2026-03-02T10:00:00.000Z', orphan: true };
  await world.next('drafts:list').answer({ ok: true, value: [left] });
  await asking;
  library('/broken', 'The disk is gone.');
  library('/whole', null);
  void flushDrafts();
  const saved = world.asked.filter(({ channel }) => channel === 'drafts:save').map(({ payload }) => payload);
  expect(saved).toContainEqual({ incident: null, key: 'form:declare', text: 'left' });
});

test('[DF14] who types on and on has the text on the disk every second, and once more when typing has paused', () => {
  vi.useFakeTimers();
  try {
    const typeFor = (ms: number) => {
      for (let typed = 0; typed < ms; typed += 100) {
        saveDraft(incident, 'steady', `typed for ${typed} ms`);
        vi.advanceTimersByTime(100);
      }
    };
    const written = () =>
      world.asked
        .splice(0)
        .filter(({ channel }) => channel === 'drafts:save')
        .map(({ payload }) => (payload as HeldText).text);
    written();
    typeFor(2_500);
    expect(written()).toEqual(['typed for 900 ms', 'typed for 1900 ms']);
    vi.advanceTimersByTime(300);
    expect(written()).toEqual(['typed for 2400 ms']);
  } finally {
    vi.useRealTimers();
  }
});

import { beforeEach, expect, test, vi } from 'vitest';
import type * as EntryStore from '../../../../renderer/features/entry/entry-store.ts';
import type * as RecordLine from '../../../../renderer/features/entry/record-line.ts';
import type * as ViewStore from '../../../../renderer/state/view-store.ts';
import type { AppInfo } from '../../../../shared/ipc/contract.ts';
import { eventually } from '../../../support/eventually.ts';
import { createPlayer, testDigest } from '../../../support/incident-player.ts';
import { openInWindow } from '../../../support/open-in-window.ts';

let entry: typeof EntryStore;
let view: typeof ViewStore;
let recordLine: typeof RecordLine.recordLine;
let answer: unknown;

beforeEach(async () => {
  vi.resetModules();
  const silent = { addEventListener: () => undefined, matchMedia: () => ({ matches: false }) };
  vi.stubGlobal('window', { ...silent, bridge: { request: async () => answer, subscribe: () => () => undefined } });
  vi.stubGlobal('document', { ...silent, hidden: false });
  entry = await import('../../../../renderer/features/entry/entry-store.ts');
  view = await import('../../../../renderer/state/view-store.ts');
  ({ recordLine } = await import('../../../../renderer/features/entry/record-line.ts'));
  const { incidentStore } = await import('../../../../renderer/state/incident-store.ts');
  const player = createPlayer();
  player.must('10:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  const state = player.state();
  incidentStore.setState({ open: openInWindow(state) });
  entry.entryStore.setState({ incident: state.id });
  view.viewStore.setState({ screen: 'console' });
});

const enter = (line: string) => {
  entry.writeLine(line);
  recordLine();
};
const refused = (field?: string) => ({
  ok: false,
  error: { code: 'refused', sentence: 'Not like this.', ...(field ? { field } : {}) },
});

test('[EL10] a refused milestone opens its form with what was typed; the line stays until the form has recorded it', async () => {
  answer = refused('check');
  enter('!milestone fixed rolled back');
  await eventually(() => expect(view.viewStore.getState().dialog?.name).toBe('milestone'));
  const line = '!milestone fixed rolled back';
  expect(view.viewStore.getState().dialog).toMatchObject({
    milestone: 'fixed',
    begun: { line, command: { fix: { change: 'rolled back' } } },
  });
  expect(entry.entryStore.getState()).toMatchObject({ text: line, problem: { sentence: 'Not like this.' } });
  view.settleLine(line);
  expect(entry.entryStore.getState()).toMatchObject({ text: '', problem: undefined });
});

test('[EL10] a refusal that no form can mend stays at the line, with the form to hand', async () => {
  answer = refused('at');
  enter('!milestone fixed rolled back');
  await eventually(() => expect(entry.entryStore.getState().problem).toBeDefined());
  expect(view.viewStore.getState().dialog).toBeUndefined();
  expect(entry.entryStore.getState().problem?.reach).toMatchObject({ milestone: 'fixed' });
});

test('[EL10] a form does not open over something that was typed meanwhile', async () => {
  answer = refused('check');
  enter('!milestone fixed rolled back');
  entry.writeLine('errors 12 %');
  await eventually(() => expect(entry.entryStore.getState().unsent[0]?.problem).toBeDefined());
  expect(view.viewStore.getState().dialog).toBeUndefined();
  view.settleLine('!milestone fixed rolled back');
  expect(entry.entryStore.getState().text).toBe('errors 12 %');
});

test('[EL11] the words behind an audience go into the composer', () => {
  enter('!upd public Payments are back');
  expect(view.viewStore.getState().workspace).toEqual({
    name: 'composer',
    audience: 'public',
    words: 'Payments are back',
  });
  expect(entry.entryStore.getState().text).toBe('');
});

test('[TB39] what the disk refused says so until the library can be written again, and then that it can', async () => {
  const { appStore } = await import('../../../../renderer/state/app-store.ts');
  const library = (readOnly: string | null) =>
    appStore.setState({
      info: {
        zone: 'UTC',
        preferences: { zone: null },
        library: { folder: '', readOnly, notices: [] },
      } as unknown as AppInfo,
    });
  answer = { ok: false, error: { code: 'storage.gone', sentence: 'Not recorded. The library folder is gone.' } };
  enter('errors 12 %');
  await eventually(() => expect(entry.entryStore.getState().problem?.sentence).toContain('folder is gone'));
  entry.replaceLine('another thought');
  library('The library folder is gone.');
  entry.entryStore.setState({ problem: { sentence: 'Which moment is meant?' } });
  library(null);
  const { problem, unsent } = entry.entryStore.getState();
  // A question about the words is not the disk's.
  expect(problem?.sentence).toBe('Which moment is meant?');
  expect(unsent.map((line) => line.problem?.sentence)).toEqual(['Not recorded yet: another text took its place.']);
  enter('once more');
  await eventually(() => expect(entry.entryStore.getState().problem?.isOfDisk).toBe(true));
  library('The library folder is gone.');
  library(null);
  expect(entry.entryStore.getState()).toMatchObject({
    text: 'once more',
    problem: { sentence: 'Not recorded yet. The library can be written again.' },
  });
});

import { beforeEach, expect, test } from 'vitest';
import type { AppInfo } from '../../../shared/ipc/contract.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { LoadedCommit } from '../../../shared/record/commit.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { refuseFuture } from '../../../shared/record/occurrence.ts';
import { createPlayer, testDigest } from '../../support/incident-player.ts';
import { createWindowWorld, settle } from '../../support/window-world.ts';

const world = createWindowWorld();
const { appStore } = await import('../../../renderer/state/app-store.ts');
const { closeIncident, execute, incidentStore, listenForCommits, openIncident } = await import(
  '../../../renderer/state/incident-store.ts'
);

const player = createPlayer();
player.must('10:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
const { id } = player.state();
const note = { type: 'RecordEntry', kind: 'note', text: 'a line' } as const;
const full = 'The disk is full (ENOSPC).';
const setLibrary = (readOnly: string | null) =>
  appStore.setState({
    info: {
      zone: 'UTC',
      preferences: { zone: 'Europe/Prague' },
      library: { folder: '', readOnly, notices: [] },
    } as unknown as AppInfo,
  });
const open = async (readOnly: string | null) => {
  const opening = openIncident(id);
  const page = { commits: [], problems: [], playbook: defaultPlaybook, playbookDigest: testDigest, readOnly };
  await world.next('incident:open').answer({ ok: true, value: JSON.stringify(page) });
  await opening;
};
const shown = () => incidentStore.getState().open;
const refuse = (code: string) => ({ ok: false, error: { code, sentence: `Refused: ${code}` } });

beforeEach(() => setLibrary(null));

test('[TB32] an open incident is read only for as long as the library is', async () => {
  await open(null);
  expect(shown()?.readOnly).toBeNull();
  setLibrary(full);
  expect(shown()?.readOnly).toBe(full);
  setLibrary(null);
  expect(shown()?.readOnly).toBeNull();
  setLibrary(full);
  await open(null);
  expect(shown()?.readOnly).toBe(full);
});

test('[TB32] the trouble of a record that failed ends when the library can be written again', async () => {
  await open(null);
  const executing = execute(note);
  setLibrary(full);
  await world.next('incident:execute').answer(refuse('storage.full'));
  await executing;
  expect(shown()?.trouble).toMatchObject({ kind: 'failed' });
  setLibrary(null);
  expect(shown()).toMatchObject({ trouble: undefined, pending: [] });
});

test('[TL4] a refused moment is named in the zone of the screen', async () => {
  await open(null);
  const executing = execute(note);
  const future = refuseFuture('2026-07-02T10:45:10.000Z' as Instant, '2026-07-02T10:31:00.000Z' as Instant, 'at');
  await world.next('incident:execute').answer({ ok: false, error: { ...future, sentence: future?.message } });
  expect(await executing).toMatchObject({
    error: {
      sentence:
        '2 Jul 2026 12:45:10 CEST is still to come: it is now 2 Jul 2026 12:31:00 CEST. Check the time and its zone.',
    },
  });
});

test('[AF1] what the disk refused is sent again as the same command, so that it counts once', async () => {
  await open(null);
  const sendNote = async (reply: unknown, text: string = note.text) => {
    const executing = execute({ ...note, text });
    const asked = world.next('incident:execute');
    await asked.answer(reply);
    await executing;
    return asked.payload.request.id;
  };
  const recorded = { ok: true, value: { ref: { writer: 'w', seq: 1 }, sum: '', events: [] } };
  const first = await sendNote(refuse('storage.error'));
  expect(await sendNote(refuse('storage.error'), 'other words')).not.toBe(first);
  expect(await sendNote(refuse('storage.unreachable'))).toBe(first);
  expect(await sendNote(recorded)).toBe(first);
  // Recorded by now: the same words once more are a second entry. So they are when a rule refused them.
  const second = await sendNote(refuse('note.refused'));
  expect(second).not.toBe(first);
  expect(await sendNote(recorded)).not.toBe(second);
});

test('[TB33] an incident that a newer version has written to stays read only by itself', async () => {
  await open(null);
  const executing = execute(note);
  await world.next('incident:execute').answer(refuse('storage.newer'));
  await executing;
  expect(shown()).toMatchObject({ readOnly: 'Refused: storage.newer', trouble: undefined });
  setLibrary(full);
  setLibrary(null);
  expect(shown()?.readOnly).toBe('Refused: storage.newer');
  await open('Written by a newer version.');
  expect(shown()?.readOnly).toBe('Written by a newer version.');
});

test('[TB34] an incident that is left is let go by the library too', async () => {
  await open(null);
  closeIncident();
  expect(world.next('incident:close').payload).toEqual({ incident: id });
  closeIncident();
  expect(world.asked).toEqual([]);
});

test('[OP16] the playbook that an incident takes over is not asked for while another one is being opened', async () => {
  const stop = listenForCommits();
  await open(null);
  const opening = openIncident('another' as IncidentId);
  const other = world.next('incident:open');
  world.push('incident:changed', JSON.stringify({ incident: id, commits: player.commits(), problems: [] }));
  await settle();
  expect(world.asked).toEqual([]);
  const openingLast = openIncident('a third' as IncidentId);
  const third = world.next('incident:open');
  await other.answer(refuse('incident.unknown'));
  expect(await opening).toBe(false);
  await settle();
  expect(world.asked).toEqual([]);
  await third.answer(refuse('incident.unknown'));
  expect(await openingLast).toBe(false);
  // This one stays, so what it took over is wanted now.
  const asked = world.next('incident:open');
  expect(asked.payload).toEqual({ incident: id });
  await asked.answer(refuse('incident.unknown'));
  stop();
});

test('[OP8] commits that are told as the whole take the place of those told before; what waits goes on waiting', async () => {
  const stop = listenForCommits();
  await open(null);
  const tell = (commits: readonly LoadedCommit[], isWhole?: true) =>
    world.push('incident:changed', JSON.stringify({ incident: id, commits, problems: [], isWhole }));
  player.must('10:01', { ...note, text: 'stays' });
  player.must('10:02', { ...note, text: 'goes' });
  const commits = player.commits();
  const shownTexts = () => [...(shown()?.state.timeline.entries.values() ?? [])].map(({ event }) => event.text);
  tell(commits);
  expect(shownTexts()).toEqual(['stays', 'goes']);
  const executing = execute(note);
  tell(commits.slice(0, -1), true);
  expect(shownTexts()).toEqual(['stays']);
  expect(shown()?.pending).toHaveLength(1);
  await world.next('incident:execute').answer(refuse('storage.full'));
  await executing;
  stop();
});

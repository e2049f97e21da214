import { beforeAll, expect, test, vi } from 'vitest';
import type { placeToResume as PlaceToResume } from '../../../renderer/state/last-place.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createWindowWorld } from '../../support/window-world.ts';

let placeToResume: typeof PlaceToResume;
beforeAll(async () => {
  // The stores listen to the window from their first line on; nothing of it is asked here.
  vi.stubGlobal('document', { addEventListener: () => undefined, hidden: false });
  ({ placeToResume } = await import('../../../renderer/state/last-place.ts'));
});

const id = (text: string) => text as IncidentId;
const running = (name: string) => ({ id: id(name), status: 'open' as const });
const restored = (name: string) => ({ id: id(name), status: 'restored' as const });

test('[RZ1] the only running incident opens, on the screen where one was in it', () => {
  const incidents = [restored('old'), running('now')];
  expect(placeToResume(incidents, null, false)).toEqual({ incident: 'now', screen: 'console' });
  expect(placeToResume(incidents, { incident: id('old'), screen: 'review' }, false)?.incident).toBe('now');
  expect(placeToResume(incidents, { incident: id('now'), screen: 'review' }, false)?.screen).toBe('review');
  expect(placeToResume(incidents, { incident: id('now'), screen: 'contacts' }, false)?.screen).toBe('console');
});

test('[RZ1] with several running the library asks', () => {
  const incidents = [running('a'), running('b')];
  expect(placeToResume(incidents, { incident: id('a'), screen: 'console' }, false)).toBeUndefined();
});

test('[RZ3] a page that died goes back where one was, whatever else is running', () => {
  const incidents = [running('a'), running('b'), restored('old')];
  const wasIn = (name: string, screen: 'library' | 'console' | 'review' | 'contacts') =>
    placeToResume(incidents, { incident: id(name), screen }, true);
  expect(wasIn('b', 'console')).toEqual({ incident: 'b', screen: 'console' });
  expect(wasIn('b', 'contacts')).toEqual({ incident: 'b', screen: 'console' });
  expect(wasIn('old', 'review')).toEqual({ incident: 'old', screen: 'review' });
  expect(wasIn('b', 'library')).toBeUndefined();
  expect(wasIn('gone', 'console')).toBeUndefined();
  expect(placeToResume([running('a')], null, true)).toBeUndefined();
});

test('[RZ2] without a running one the last place is resumed until it is closed out', () => {
  const last = { incident: id('old'), screen: 'review' as const };
  expect(placeToResume([restored('old')], last, false)).toEqual(last);
  expect(placeToResume([{ id: id('old'), status: 'resolved' }], last, false)).toBeUndefined();
  expect(placeToResume([], last, false)).toBeUndefined();
  expect(placeToResume([restored('old')], null, false)).toBeUndefined();
  expect(placeToResume([restored('old')], { incident: id('old'), screen: 'library' }, false)).toBeUndefined();
});

test('[RZ2] the last place stays until an incident is open, and goes when it is left', async () => {
  vi.resetModules();
  const world = createWindowWorld();
  const view = await import('../../../renderer/state/view-store.ts');
  const { rememberPlaces } = await import('../../../renderer/state/last-place.ts');
  const { closeIncident, openIncident } = await import('../../../renderer/state/incident-store.ts');
  rememberPlaces();
  view.openDialog({ name: 'declare' });
  expect(world.asked).toEqual([]);
  const opening = openIncident(id('one'));
  const page = JSON.stringify({ commits: [], problems: [], playbook: defaultPlaybook, readOnly: null });
  await world.next('incident:open').answer({ ok: true, value: page });
  await opening;
  expect(world.next('place:remember').payload).toEqual({ incident: 'one', screen: 'library' });
  closeIncident();
  expect(world.next('place:remember').payload).toBeNull();
});

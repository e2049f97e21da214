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
  expect(placeToResume(incidents, null)).toEqual({ incident: 'now', screen: 'console' });
  expect(placeToResume(incidents, { incident: id('old'), screen: 'review' })?.incident).toBe('now');
  expect(placeToResume(incidents, { incident: id('now'), screen: 'review' })?.screen).toBe('review');
  expect(placeToResume(incidents, { incident: id('now'), screen: 'contacts' })?.screen).toBe('console');
});

test('[RZ1] with several running the library asks', () => {
  const incidents = [running('a'), running('b')];
  expect(placeToResume(incidents, { incident: id('a'), screen: 'console' })).toBeUndefined();
});

test('[RZ2] without a running one the last place is resumed until it is closed out', () => {
  const last = { incident: id('old'), screen: 'review' as const };
  expect(placeToResume([restored('old')], last)).toEqual(last);
  expect(placeToResume([{ id: id('old'), status: 'resolved' }], last)).toBeUndefined();
  expect(placeToResume([], last)).toBeUndefined();
  expect(placeToResume([restored('old')], null)).toBeUndefined();
  expect(placeToResume([restored('old')], { incident: id('old'), screen: 'library' })).toBeUndefined();
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

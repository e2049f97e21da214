import { beforeEach, expect, test, vi } from 'vitest';
import type * as AppStore from '../../../renderer/state/app-store.ts';
import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import type { AppInfo, RequestFailure } from '../../../shared/ipc/contract.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createWindowWorld, type WindowWorld } from '../../support/window-world.ts';

let world: WindowWorld;
let app: typeof AppStore;
beforeEach(async () => {
  vi.resetModules();
  world = createWindowWorld();
  app = await import('../../../renderer/state/app-store.ts');
});

const status = (...notices: string[]) => ({ folder: '/library', readOnly: null, notices, mirror: null });
const info = { zone: 'UTC', testClock: null, library: status() } as unknown as AppInfo;
const failure = { code: 'storage.unusable', sentence: 'The library folder cannot be used.' };
const answer = async (list: unknown = { ok: true, value: [] }) => {
  await world.next('app:info').answer({ ok: true, value: info });
  await world.next('playbook:read').answer({ ok: true, value: { playbook: defaultPlaybook, digest: 'd' } });
  await world.next('library:list').answer(list);
};

test('[LI6] the list as last seen is there to be looked at until the checked one is, and nothing is decided by it', async () => {
  const starting = app.startApp();
  expect(world.asked.map(({ channel }) => channel).filter((channel) => channel.startsWith('library:'))).toEqual([
    'library:last-seen',
    'library:list',
  ]);
  await world.next('library:last-seen').answer({ ok: true, value: [{ title: 'older' }] });
  expect(app.shownIncidents(app.appStore.getState())).toEqual([{ title: 'older' }]);
  expect(app.appStore.getState().incidents).toBeUndefined();
  await answer({ ok: true, value: [{ title: 'newer' }] });
  await starting;
  expect(app.shownIncidents(app.appStore.getState())).toEqual([{ title: 'newer' }]);
  expect(app.appStore.getState()).toMatchObject({ incidents: [{ title: 'newer' }], lastSeen: undefined });
});

test('[LI6] what was last seen does not come back over a list that is there', async () => {
  void app.startApp();
  world.push('library:changed', [{ title: 'newer' }] as never);
  await world.next('library:last-seen').answer({ ok: true, value: [{ title: 'older' }] });
  expect(app.appStore.getState().lastSeen).toBeUndefined();
});

test('[AF14] what the library tells while the window starts is not lost to its older answers', async () => {
  const starting = app.startApp();
  world.push('library:status', status('An incident is missing from the list.'));
  world.push('library:changed', [{ title: 'newer' }] as never);
  await answer();
  await starting;
  expect(app.appStore.getState().info?.library.notices).toEqual(['An incident is missing from the list.']);
  expect(app.appStore.getState().incidents).toEqual([{ title: 'newer' }]);
});

test('[AF14] a library that could not be listed is trouble until it can be', async () => {
  const starting = app.startApp();
  await answer({ ok: false, error: failure });
  await starting;
  expect(app.appStore.getState().failure).toEqual(failure);
  world.push('library:changed', []);
  expect(app.appStore.getState()).toMatchObject({ failure: undefined, incidents: [] });
});

test('[LI10] why no other incident can be chosen: not checked yet, not to be listed, or none there', () => {
  const here = '01JD0000000000000000000000' as IncidentId;
  const summary = (id: string) => ({ id }) as IncidentSummary;
  const says = (incidents: readonly IncidentSummary[] | undefined, why?: RequestFailure) =>
    app.noOtherText({ incidents, failure: why }, here);
  expect(says(undefined)).toBe('The list is still being checked.');
  expect(says(undefined, failure)).toBe('The library could not be listed.');
  expect(says([])).toBe('There is no other incident in this library.');
  expect(says([summary(here)])).toBe('There is no other incident in this library.');
  expect(says([summary(here), summary('01JD0000000000000000000001')])).toBeUndefined();
});

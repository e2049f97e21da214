import { beforeEach, expect, test, vi } from 'vitest';
import type * as AppStore from '../../../renderer/state/app-store.ts';
import type * as Places from '../../../renderer/state/places.ts';
import type * as ViewStore from '../../../renderer/state/view-store.ts';
import type { AppInfo } from '../../../shared/ipc/contract.ts';
import { createWindowWorld, settle, type WindowWorld } from '../../support/window-world.ts';

let world: WindowWorld;
let app: typeof AppStore;
let view: typeof ViewStore;
let places: typeof Places;
beforeEach(async () => {
  vi.resetModules();
  world = createWindowWorld();
  app = await import('../../../renderer/state/app-store.ts');
  view = await import('../../../renderer/state/view-store.ts');
  places = await import('../../../renderer/state/places.ts');
  places.listenForOffers();
});

const dialog = () => view.viewStore.getState().dialog;
const start = (offered: string | null) =>
  app.appStore.setState({ info: { offered, library: {} } as unknown as AppInfo });
const offerOf = (offered: string) => ({ name: 'restore', offered });

test('[BU43] a bundle that the app was opened with is offered as soon as the app is known, while the list is checked', () => {
  start('a.zip');
  expect(dialog()).toEqual(offerOf('a.zip'));
  expect(app.appStore.getState().incidents).toBeUndefined();
  view.closeDialog();
  start('a.zip');
  expect(dialog()).toBeUndefined();
});

test('[BU43] one that comes while the window starts is not lost, and is newer than that of the start', async () => {
  world.push('restore:offer', 'b.zip');
  start('a.zip');
  expect(dialog()).toEqual(offerOf('b.zip'));
  view.closeDialog();
  await settle();
  expect(dialog()).toBeUndefined();
});

test('[BU43] a newer one takes the place of one that is offered: it is what would be taken in', () => {
  start('a.zip');
  world.push('restore:offer', 'b.zip');
  expect(dialog()).toEqual(offerOf('b.zip'));
});

test('[BU43] an open dialog stays until it is done, also where it goes on to another screen', async () => {
  view.openDialog({ name: 'declare' });
  start('a.zip');
  world.push('restore:offer', 'b.zip');
  expect(dialog()).toEqual({ name: 'declare' });
  // As declaring does.
  view.closeDialog();
  view.showScreen('console');
  await settle();
  expect(view.viewStore.getState()).toMatchObject({ screen: 'console', dialog: offerOf('b.zip') });
});

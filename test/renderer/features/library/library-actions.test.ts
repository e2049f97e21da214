import { beforeEach, expect, test, vi } from 'vitest';
import type * as LibraryActions from '../../../../renderer/features/library/library-actions.ts';
import type * as AppStore from '../../../../renderer/state/app-store.ts';
import type { IncidentSummary } from '../../../../shared/incident/summary.ts';
import { createWindowWorld } from '../../../support/window-world.ts';

let library: typeof LibraryActions;
let app: typeof AppStore;
beforeEach(async () => {
  vi.resetModules();
  createWindowWorld();
  library = await import('../../../../renderer/features/library/library-actions.ts');
  app = await import('../../../../renderer/state/app-store.ts');
});

test('[LI6] what the palette opens of a list as last seen says so, until the list is checked', () => {
  const listed = [{ id: '01', key: 'INC-1', title: 'Checkout fails', services: [], metrics: { milestones: {} } }];
  const incidents = listed as unknown as readonly IncidentSummary[];
  const labels = () => library.libraryChoices().map(({ label }) => label);
  expect(labels()).toEqual([]);
  app.appStore.setState({ lastSeen: incidents });
  expect(labels()).toEqual(['Open INC-1, Checkout fails (as last seen)']);
  app.appStore.setState({ incidents, lastSeen: undefined });
  expect(labels()).toEqual(['Open INC-1, Checkout fails']);
});

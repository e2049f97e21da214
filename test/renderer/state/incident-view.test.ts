import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createWindowWorld } from '../../support/window-world.ts';

const world = createWindowWorld();
const { beginAnewWithEachIncident } = await import('../../../renderer/state/incident-view.ts');
const { closeIncident, openIncident } = await import('../../../renderer/state/incident-store.ts');

const open = async (name: string) => {
  const opening = openIncident(name as IncidentId);
  const page = JSON.stringify({ commits: [], problems: [], playbook: defaultPlaybook, readOnly: null });
  await world.next('incident:open').answer({ ok: true, value: page });
  await opening;
};

test('[RZ4] a view keeps what it shows of one incident until another one is opened', async () => {
  const view = createStore(() => ({ filter: 'all' }));
  beginAnewWithEachIncident(view);
  await open('one');
  view.setState({ filter: 'mine' });
  closeIncident();
  await open('one');
  expect(view.getState()).toEqual({ filter: 'mine' });
  await open('other');
  expect(view.getState()).toEqual({ filter: 'all' });
});

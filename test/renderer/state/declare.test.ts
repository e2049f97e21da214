import { expect, test } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createWindowWorld, settle } from '../../support/window-world.ts';

const world = createWindowWorld();
const { appStore } = await import('../../../renderer/state/app-store.ts');
const { saveContacts } = await import('../../../renderer/state/contacts.ts');
const { declareIncident } = await import('../../../renderer/state/declare.ts');

const incident = 'one' as IncidentId;
const declaration = (playbook: string) => ({ type: 'DeclareIncident', title: 'Checkout fails', playbook }) as const;
const unknown = { ok: false, error: { code: 'playbook.unknown', sentence: 'Not the one in force.' } };
const recorded = { ok: true, value: { ref: { writer: 'w', seq: 1 }, sum: 's', events: [] } };

test('[TB30] saved contacts are in a playbook with a digest of its own, and that is what declares', async () => {
  appStore.setState({ playbookDigest: 'before' });
  const saving = saveContacts({ people: [], bridges: [] });
  await world.next('contacts:save').answer({ ok: true, value: { playbook: defaultPlaybook, digest: 'after' } });
  expect((await saving).ok).toBe(true);
  expect(appStore.getState()).toMatchObject({ playbook: defaultPlaybook, playbookDigest: 'after' });
});

test('[TB31] a playbook that was changed elsewhere is read anew and the declaration repeated once', async () => {
  const declaring = declareIncident(incident, declaration('old'));
  const first = world.next('incident:execute');
  expect(first.payload.request.command).toMatchObject({ playbook: 'old' });
  await first.answer(unknown);
  await world.next('playbook:read').answer({ ok: true, value: { playbook: defaultPlaybook, digest: 'new' } });
  const second = world.next('incident:execute');
  expect(second.payload.request.command).toEqual(declaration('new'));
  // A refused id is refused again.
  expect(second.payload.request.id).not.toBe(first.payload.request.id);
  await second.answer(recorded);
  expect(await declaring).toEqual(recorded);
  expect(appStore.getState().playbookDigest).toBe('new');
});

test('[TB31] refused once more it is refused, and any other refusal at once', async () => {
  const declaring = declareIncident(incident, declaration('old'));
  await world.next('incident:execute').answer(unknown);
  await world.next('playbook:read').answer({ ok: true, value: { playbook: defaultPlaybook, digest: 'new' } });
  await world.next('incident:execute').answer(unknown);
  expect(await declaring).toEqual(unknown);
  const other = declareIncident(incident, declaration('old'));
  await world.next('incident:execute').answer({ ok: false, error: { code: 'declare.title', sentence: 'No title.' } });
  expect(await other).toMatchObject({ ok: false, error: { code: 'declare.title' } });
  await settle();
  expect(world.asked).toEqual([]);
});

import { beforeEach, expect, test, vi } from 'vitest';
import type * as AppStore from '../../../renderer/state/app-store.ts';
import type * as IncidentStore from '../../../renderer/state/incident-store.ts';
import type * as Resume from '../../../renderer/state/resume.ts';
import type * as ViewStore from '../../../renderer/state/view-store.ts';
import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createWindowWorld, type WindowWorld } from '../../support/window-world.ts';

let world: WindowWorld;
let app: typeof AppStore;
let incidents: typeof IncidentStore;
let view: typeof ViewStore;
let resume: typeof Resume;
/** The page as far as it is asked: who listens for keys and presses, and which field has the focus. */
const listeners = new Map<string, (event: { readonly key?: string }) => void>();
const onPage = { hidden: false, activeElement: null as { readonly value?: string } | null };
const press = (name: 'keydown' | 'pointerdown', event: { readonly key?: string } = {}) => listeners.get(name)?.(event);
beforeEach(async () => {
  vi.resetModules();
  world = createWindowWorld();
  listeners.clear();
  onPage.activeElement = null;
  vi.stubGlobal(
    'document',
    Object.assign(onPage, {
      addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    }),
  );
  app = await import('../../../renderer/state/app-store.ts');
  incidents = await import('../../../renderer/state/incident-store.ts');
  view = await import('../../../renderer/state/view-store.ts');
  resume = await import('../../../renderer/state/resume.ts');
});

const id = '01JD0000000000000000000000' as IncidentId;
const running = [{ id, status: 'open' }] as unknown as readonly IncidentSummary[];
const place = { incident: id, screen: 'console' } as const;
const page = JSON.stringify({ commits: [], problems: [], playbook: defaultPlaybook, readOnly: null });

test('[LI7] a start goes back by the checked list, never by the one last seen', () => {
  app.appStore.setState({ lastSeen: running });
  expect(resume.findPlaceToResume()).toBeUndefined();
  app.appStore.setState({ incidents: running });
  expect(resume.findPlaceToResume()).toEqual(place);
});

test.each<readonly [string, () => unknown]>([
  ['a dialog is open', () => view.openDialog({ name: 'declare' })],
  ['another screen is shown', () => view.showScreen('contacts')],
  ['an incident is being opened', () => incidents.openIncident('01JD0000000000000000000001' as IncidentId)],
])('[LI7] what a person has begun before the check was done stays: %s', (_, begin) => {
  void begin();
  app.appStore.setState({ incidents: running });
  expect(resume.findPlaceToResume()).toBeUndefined();
});

test.each<readonly [string, () => void]>([
  ['a key was pressed', () => press('keydown', { key: 'p' })],
  ['a row was pressed', () => press('pointerdown')],
])('[LI7] what a person reaches for in the rows stays: %s', (_, reach) => {
  resume.watchForReaching();
  // There is nothing to reach for yet; and a window that is switched to may get a key of that.
  press('keydown', { key: 'p' });
  app.appStore.setState({ lastSeen: running });
  press('keydown', { key: 'Alt' });
  app.appStore.setState({ incidents: running });
  expect(resume.findPlaceToResume()).toEqual(place);
  reach();
  expect(resume.findPlaceToResume()).toBeUndefined();
});

test('[LI7] what stands in the field that has the focus goes on being typed there', () => {
  app.appStore.setState({ incidents: running });
  onPage.activeElement = { value: '' };
  expect(resume.findPlaceToResume()).toEqual(place);
  onPage.activeElement = { value: 'check' };
  expect(resume.findPlaceToResume()).toBeUndefined();
});

test('[LI7] an incident that is pressed while the console is fetched is the one that opens', async () => {
  app.appStore.setState({ incidents: running });
  const found = resume.findPlaceToResume() ?? place;
  const other = '01JD0000000000000000000001' as IncidentId;
  const opening = incidents.openIncident(other);
  await resume.resumePlace(found);
  await world.next('incident:open').answer({ ok: true, value: page });
  expect(await opening).toBe(true);
  expect(incidents.incidentStore.getState().open?.id).toBe(other);
});

test('[LI7] a dialog that is opened while the incident is read stays in front of it', async () => {
  const resuming = resume.resumePlace(place);
  view.openDialog({ name: 'declare' });
  await world.next('incident:open').answer({ ok: true, value: page });
  await resuming;
  expect(view.viewStore.getState()).toMatchObject({ screen: 'library', dialog: { name: 'declare' } });
  expect(incidents.incidentStore.getState().open?.id).toBe(id);
});

test('[LI7] otherwise the start shows it', async () => {
  const resuming = resume.resumePlace(place);
  await world.next('incident:open').answer({ ok: true, value: page });
  await resuming;
  expect(view.viewStore.getState()).toMatchObject({ screen: 'console', dialog: undefined });
});

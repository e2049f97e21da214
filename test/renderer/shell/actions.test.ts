import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { AppAction } from '../../../renderer/state/action.ts';
import type { Workspace } from '../../../renderer/state/view-store.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { createPlayer, testDigest } from '../../support/incident-player.ts';

let actions: readonly AppAction[];
let show: (place: Place, isPaletteOpen: boolean) => void;

interface Place {
  readonly screen: 'library' | 'console' | 'review' | 'contacts';
  readonly workspace?: Workspace;
  readonly isOpen: boolean;
}

const places: Readonly<Record<string, Place>> = {
  'the library': { screen: 'library', isOpen: false },
  'the library with an incident open': { screen: 'library', isOpen: true },
  'contacts without an incident': { screen: 'contacts', isOpen: false },
  contacts: { screen: 'contacts', isOpen: true },
  'the console': { screen: 'console', isOpen: true },
  'the composer': { screen: 'console', workspace: { name: 'composer', audience: 'public' }, isOpen: true },
  'the hand-off': { screen: 'console', workspace: { name: 'handoff', role: 'ic' }, isOpen: true },
  'the review': { screen: 'review', isOpen: true },
};

beforeAll(async () => {
  // The stores listen to the window from their first line on; nothing of it is asked here.
  const silent = { addEventListener: () => undefined, matchMedia: () => ({ matches: false }) };
  vi.stubGlobal('window', { ...silent, bridge: { request: async () => null, subscribe: () => () => undefined } });
  vi.stubGlobal('document', { ...silent, hidden: false, activeElement: null, documentElement: { dataset: {} } });
  vi.stubGlobal('matchMedia', silent.matchMedia);
  ({ actions } = await import('../../../renderer/shell/actions.ts'));
  const { viewStore } = await import('../../../renderer/state/view-store.ts');
  const { incidentStore } = await import('../../../renderer/state/incident-store.ts');
  const { appStore } = await import('../../../renderer/state/app-store.ts');
  const player = createPlayer();
  player.must('10:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  const state = player.state();
  show = ({ screen, workspace = { name: 'timeline' }, isOpen }, isPaletteOpen) => {
    const open = {
      id: state.id,
      state,
      playbook: defaultPlaybook as Playbook,
      problems: [],
      readOnly: null,
      ownReason: null,
      pending: [],
      trouble: undefined,
      mine: [],
    };
    incidentStore.setState({ open: isOpen ? open : undefined });
    appStore.setState({ info: { library: { folder: '', readOnly: null, notices: [] } } as never });
    viewStore.setState({ screen, workspace, dialog: isPaletteOpen ? { name: 'palette' } : undefined });
  };
});

const available = (): readonly AppAction[] => actions.filter((action) => action.isAvailable());

test('[AX4] every action has an id and words of its own', () => {
  const ids = actions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { label } of actions) expect(label).not.toBe('');
});

describe.each(Object.entries(places))('on %s', (_, place) => {
  test('[AX4] no key means two actions', () => {
    show(place, false);
    const keys = available().flatMap((action) => (action.keys ? [action.keys, ...(action.alsoKeys ?? [])] : []));
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('[AX4] what can be done now can be done from the palette, in words that mean one thing', () => {
    show(place, false);
    // Escape in the palette closes it; where it takes a person back, another action or the key itself does.
    const now = available().filter(({ keys }) => keys !== 'Escape');
    show(place, true);
    const inPalette = available();
    expect(now.filter((action) => !inPalette.includes(action)).map(({ id }) => id)).toEqual([]);
    const labels = inPalette.map(({ label }) => label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });
});

test('[KY43] impact, severity and facts have a key each where they can be changed', () => {
  show({ screen: 'console', isOpen: true }, false);
  const labelOf = (keys: string) => available().find((action) => action.keys === keys)?.label;
  expect(labelOf('Alt+I')).toBe('Change the impact');
  expect(labelOf('Alt+L')).toBe('Change the severity');
  expect(labelOf('Alt+K')).toBe('State what is known and unknown');
  show({ screen: 'library', isOpen: true }, false);
  expect(labelOf('Alt+I')).toBeUndefined();
});

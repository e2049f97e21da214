import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { IncidentSummary } from '../../shared/incident/summary.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import {
  type AppInfo,
  type GlobalKeyId,
  type GlobalKeys,
  type GlobalKeysState,
  type RequestFailure,
  request,
  subscribe,
} from '../bridge/bridge.ts';
import { setTestClock } from './clock.ts';
import { announce } from './view-store.ts';

/** What the window knows of the app, the library and this device; changes only on a push or a reply. */
export interface AppState {
  /** Missing while the app starts. */
  readonly info: AppInfo | undefined;
  /** Missing until the journals themselves were asked: whatever is decided by the list waits for that. */
  readonly incidents: readonly IncidentSummary[] | undefined;
  /** The list as this device saw it last, to look at while `incidents` is missing; anything may have changed since. */
  readonly lastSeen: readonly IncidentSummary[] | undefined;
  /** How far a list has come that takes its time. */
  readonly listing: { readonly done: number; readonly of: number } | undefined;
  /** The library's playbook: for declaring, and for contacts while no incident is open. */
  readonly playbook: Playbook | undefined;
  readonly playbookDigest: string | undefined;
  /** Why the library could not be read at all. */
  readonly failure: RequestFailure | undefined;
}

export const appStore = createStore<AppState>(() => ({
  info: undefined,
  incidents: undefined,
  lastSeen: undefined,
  listing: undefined,
  playbook: undefined,
  playbookDigest: undefined,
  failure: undefined,
}));

export const useApp = <T>(select: (state: AppState) => T): T => useStore(appStore, select);

/** Fetches everything a first screen needs and listens from then on. */
export const startApp = async (): Promise<void> => {
  // What is told while the first answers are on their way is newer than they are.
  let told: Partial<Pick<AppInfo, 'library'>> = {};
  const takeList = (incidents: readonly IncidentSummary[]) =>
    appStore.setState({ incidents, lastSeen: undefined, listing: undefined });
  subscribe('library:changed', (incidents) => {
    takeList(incidents);
    appStore.setState({ failure: undefined });
  });
  subscribe('library:listing', (listing) => appStore.setState({ listing }));
  subscribe('library:status', (library) => {
    told = { library };
    setInfo(told);
  });
  subscribe('clock:changed', (instant) => {
    setTestClock(instant);
    setInfo({ testClock: instant });
  });
  const readInfo = async () => {
    const reply = await request('app:info', null);
    if (!reply.ok) return reply;
    if (reply.value.testClock) setTestClock(reply.value.testClock);
    appStore.setState({ info: { ...reply.value, ...told } });
    return reply;
  };
  const readLastSeen = async () => {
    const reply = await request('library:last-seen', null);
    if (reply.ok && reply.value !== null && !appStore.getState().incidents)
      appStore.setState({ lastSeen: reply.value });
  };
  // Asked first, so it is answered before the list is begun.
  void readLastSeen();
  const [info, playbook, incidents] = await Promise.all([
    // Shown as soon as it is known: a list whose index is missing may take long, and an incident can be declared meanwhile.
    readInfo(),
    readPlaybook(),
    request('library:list', null),
  ]);
  if (incidents.ok) takeList(appStore.getState().incidents ?? incidents.value);
  const failed = [info, playbook, incidents].find((reply) => !reply.ok);
  if (failed && !failed.ok) appStore.setState({ failure: failed.error });
};

/** The list that can be shown; who decides something takes `incidents`. */
export const shownIncidents = ({ incidents, lastSeen }: AppState): readonly IncidentSummary[] | undefined =>
  incidents ?? lastSeen;

/** Why no incident beside this one can be chosen now; undefined when one can. */
export const noOtherText = (
  { incidents, failure }: Pick<AppState, 'incidents' | 'failure'>,
  here: IncidentId,
): string | undefined => {
  if (!incidents) return failure ? 'The library could not be listed.' : 'The list is still being checked.';
  return incidents.some(({ id }) => id !== here) ? undefined : 'There is no other incident in this library.';
};

/** The playbook in force now: another run or the command line may have changed it. */
export const readPlaybook = async (): Promise<Result<{ readonly digest: string }, RequestFailure>> => {
  const reply = await request('playbook:read', null);
  if (reply.ok) appStore.setState({ playbook: reply.value.playbook, playbookDigest: reply.value.digest });
  return reply;
};

/** Looks at once whether the library can be written again; it does so by itself every few seconds. */
export const probeLibrary = async (): Promise<void> => {
  const reply = await request('library:probe', null);
  const reason = reply.ok ? reply.value.readOnly : reply.error.sentence;
  if (reply.ok) setInfo({ library: reply.value });
  if (reason !== null) announce(reason, 'refused');
};

/** Goes on recording in a folder that the person chooses; what stands in fields stays there. */
export const recordInAnotherFolder = async (): Promise<void> => {
  const reply = await request('library:move', null);
  if (!reply.ok) announce(reply.error.sentence, 'refused');
  else if (reply.value !== null) {
    setInfo({ library: reply.value });
    announce(`Recording in ${reply.value.folder} now. Record what is still in its field.`);
  }
};
/** Calls back whenever the library can be written again that could not be. */
export const onLibraryMended = (run: () => void): (() => void) =>
  appStore.subscribe(({ info }, before) => {
    if (info?.library.readOnly === null && typeof before.info?.library.readOnly === 'string') run();
  });

/** As a reply has just said it. */
export const setLibraryStatus = (library: AppInfo['library']): void => setInfo({ library });

export const setIdentity = async (person: string, device: string): Promise<void> => {
  const reply = await request('identity:set', { person, device });
  if (reply.ok) setInfo({ identity: reply.value });
};

export const setPreferences = async (change: Partial<AppInfo['preferences']>): Promise<void> => {
  const { info } = appStore.getState();
  if (!info) return;
  const reply = await request('preferences:set', { ...info.preferences, ...change });
  if (reply.ok) setInfo({ preferences: reply.value });
};

/** Changes the keys that work over all programs; the reply says in words what the desktop does not give. */
export const setGlobalKeys = async (keys: GlobalKeys): Promise<Result<GlobalKeysState, RequestFailure>> => {
  const reply = await request('global-keys:set', keys);
  if (reply.ok) setInfo({ globalKeys: reply.value });
  return reply;
};

/** The global key of an action, which works in the window too; empty where there is none. */
export const globalKeyOf = (id: GlobalKeyId): string => appStore.getState().info?.globalKeys?.keys[id] ?? '';

/** The zone that times are shown in: the person's choice, else the playbook's, else the device's. */
export const shownZone = (state: AppState): string => {
  const wanted = state.info?.preferences.zone ?? state.playbook?.displayZone ?? 'UTC';
  return wanted === 'local' ? (state.info?.zone ?? 'UTC') : wanted;
};
export const useZone = (): string => useApp(shownZone);

const setInfo = (change: Partial<AppInfo>): void => {
  const { info } = appStore.getState();
  if (info) appStore.setState({ info: { ...info, ...change } });
};

import type { IncidentPage } from '../../shared/ipc/incident-page.ts';
import type { LibraryStatus } from '../../shared/ipc/library-status.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import type { LibraryProcessOptions, LibraryRequests, PushMessage } from '../library/protocol.ts';
import { createLibraryClient, type LibraryClient } from './library-client.ts';
import { createMirrorFollower, type MirrorFollower, type OwedDeletions } from './mirror-follower.ts';
import { createOpenIncidents, type OpenIncidents } from './open-incidents.ts';
import type { Push } from './pushes.ts';
import { startLibraryProcess, startMirrorProcess } from './start-library-process.ts';

export interface LibraryConnection {
  readonly client: LibraryClient;
  readonly incidents: OpenIncidents;
  status(): Promise<LibraryStatus>;
  /** Looks again whether the library can be written. */
  probe(): Promise<LibraryStatus>;
  /** Goes on in another folder with what is recorded of the open incidents. A refusal leaves everything as it was. */
  moveTo(folder: string): Promise<Result<LibraryStatus, Refusal>>;
  /** A sentence that windows show until they are closed, or what is returned is called. */
  addNotice(sentence: string): () => void;
  /** Follows this folder as the library's mirror; null ends it. */
  mirrorTo(folder: string | null): void;
  readonly deleteInMirror: MirrorFollower['deleteCopies'];
}

type LibraryState = LibraryRequests['state']['value'];

interface ConnectLibraryDeps {
  /** Folder of the built main files. */
  readonly bundle: string;
  readonly options: LibraryProcessOptions;
  readonly push: Push;
  /** The mirror that was followed at the last start. */
  readonly mirror: string | null;
  /** Told which library lies in which folder, again and again. */
  readonly onIdentity: (folder: string, id: string) => void;
  readonly owed: OwedDeletions;
}

/** A list that changes with every entry is asked for again at most this often. */
const listPauseMs = 500;

const wasStartedAgain =
  'The part that writes to the disk stopped and was started again. What waited was sent again and counts once.';

/** Starts the library process and passes on to windows what it says unasked. */
export const connectLibrary = (deps: ConnectLibraryDeps): LibraryConnection => {
  const { bundle, push } = deps;
  let { options } = deps;
  const notices = new Set<{ readonly sentence: string }>();
  let trouble: string | null = null;
  let state: LibraryState | undefined;
  let listing: NodeJS.Timeout | undefined;

  const toStatus = (current: LibraryState): LibraryStatus => ({
    folder: current.folder,
    readOnly: current.readOnly,
    notices: [
      ...(trouble === null ? [] : [trouble]),
      ...current.notices,
      ...[...notices].map(({ sentence }) => sentence),
    ],
    mirror: mirror.status(),
  });
  const tellStatus = () => {
    if (state) push('library:status', toStatus(state));
  };
  const tellList = () => {
    clearTimeout(listing);
    listing = undefined;
    void client.request('list', null).then((reply) => {
      if (reply.ok) push('library:changed', reply.value);
    });
  };
  const onPush = (message: PushMessage) => {
    if (message.push === 'recorded') {
      push('incident:changed', message.payload);
      listing ??= setTimeout(tellList, listPauseMs);
      mirror.note();
      return;
    }
    if (message.push === 'listing') {
      push('library:listing', message.payload);
      return;
    }
    if (message.push === 'listed') tellList();
    if (message.payload === null) return;
    takeState(message.payload);
    tellStatus();
  };
  const takeState = (current: LibraryState): LibraryState => {
    state = current;
    if (current.id === null || current.folder !== options.folder) return current;
    // A process that is started anew while the stick is out begins no other library in the place where it was.
    options = { ...options, expected: options.expected ?? current.id };
    deps.onIdentity(current.folder, current.id);
    return current;
  };

  const incidents = createOpenIncidents((incident) => void client.request('leave', { incident }));
  /** A new process watches nothing yet; what others wrote while there was none is told with everything else. */
  const openAgain = async (incident: IncidentId) => {
    const reply = await client.request('open', { incident });
    if (!reply.ok) return;
    const { commits, problems } = JSON.parse(reply.value) as IncidentPage;
    push('incident:changed', JSON.stringify({ incident, commits, problems }));
  };

  const client = createLibraryClient({
    start: () => startLibraryProcess(bundle, options),
    onPush,
    onTrouble: (sentence) => {
      // It is over within a blink; who looked elsewhere has to find it.
      trouble = sentence ?? (trouble === null ? null : wasStartedAgain);
      tellStatus();
      // Whether anything can be written now only the next answer shows, or that there is none.
      if (sentence !== null) void ask('state').then(tellStatus);
    },
    onRestart: () => {
      for (const incident of incidents.all()) void openAgain(incident);
      tellList();
    },
    setTimer,
  });

  const mirror = createMirrorFollower({
    start: (folder) => startMirrorProcess(bundle, { library: options.folder, mirror: folder }),
    onStatus: tellStatus,
    owed: deps.owed,
    setTimer,
  });
  mirror.follow(deps.mirror);

  const ask = async (channel: 'state' | 'probe'): Promise<LibraryStatus> => {
    const reply = await client.request(channel, null);
    // A process that is not there writes nothing, whatever it said before.
    const gone = { id: null, notices: [], folder: options.folder, ...state };
    return toStatus(takeState(reply.ok ? reply.value : { ...gone, readOnly: reply.error.message }));
  };
  return {
    client,
    incidents,
    status: () => ask('state'),
    probe: () => ask('probe'),
    moveTo: async (folder) => {
      const carried = await client.request('carry', { folder });
      if (!carried.ok) return carried;
      notices.add({
        sentence: `Recording in ${folder} now, with all that was recorded of this incident. Everything else stays in ${options.folder}.`,
      });
      options = { ...options, folder, mayCreateParents: false, expected: null };
      // It is the copy of another library.
      mirror.follow(null);
      client.startAnew();
      tellList();
      return ok(await ask('state'));
    },
    mirrorTo: mirror.follow,
    deleteInMirror: mirror.deleteCopies,
    addNotice: (sentence) => {
      const notice = { sentence };
      notices.add(notice);
      tellStatus();
      return () => {
        notices.delete(notice);
        tellStatus();
      };
    },
  };
};

const setTimer = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

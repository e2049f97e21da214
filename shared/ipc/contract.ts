import type { CommandRequest } from '../incident/command.ts';
import type { IncidentSummary } from '../incident/summary.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import type { Person, Bridge as PhoneBridge, Playbook } from '../playbook/playbook.ts';
import type { Author } from '../record/commit.ts';
import type { CommandId, IncidentId } from '../record/ids.ts';
import type { ExportFormat } from '../review/export-formats.ts';
import type { ExportReport } from './export-report.ts';
import type { Draft, Recorded, Verification } from './incident-page.ts';
import type { LibraryStatus } from './library-status.ts';
import type { PlaceRequestTypes } from './places-contract.ts';
import type { FoundResidue } from './residue.ts';

/** Why a request got no value: a code for programs and a sentence for the person. */
export interface RequestFailure {
  readonly code: string;
  readonly sentence: string;
  /** The field of the command that is wrong, when one is. */
  readonly field?: string;
  /** Those that the sentence names, in UTC. */
  readonly moments?: readonly Instant[];
}

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  /** Set when times come from the file that HOLDFAST_TEST_CLOCK names; never in a packaged app. The clock stands still there. */
  readonly testClock: Instant | null;
  /** IANA zone of this device. */
  readonly zone: string;
  readonly identity: Identity;
  readonly preferences: ViewPreferences;
  readonly globalKeys: GlobalKeysState;
  /** Where the console was when it last closed; null before the first incident was opened here. */
  readonly last: LastPlace | null;
  readonly library: LibraryStatus;
  /** Name of a bundle that the app was started with: `restore:run` takes it in. */
  readonly offered: string | null;
}

/** Who types on this device. Both may be empty. */
export interface Identity extends Author {
  /** False until the first Declare dialog has asked once. */
  readonly asked: boolean;
}

export interface ViewPreferences {
  readonly theme: 'light' | 'dark' | 'system';
  /** 'local', 'UTC' or an IANA name; null follows the playbook. */
  readonly zone: string | null;
  readonly textScale: number;
  /** A sound when an update becomes due. */
  readonly sound: boolean;
}

export type GlobalKeyId = 'capture' | 'console' | 'declare';

/** Keys that work over all programs, as `Ctrl+Shift+L`; empty where there is none. */
export type GlobalKeys = Readonly<Record<GlobalKeyId, string>>;

export interface GlobalKeysState {
  readonly keys: GlobalKeys;
  /** Those that the desktop did not give; they still work in the window. */
  readonly refused: readonly GlobalKeyId[];
}

/** What a person was looking at, for the next start. */
export interface LastPlace {
  readonly incident: IncidentId;
  readonly screen: 'library' | 'console' | 'review' | 'contacts';
}

/** A promise whose time main watches, so that it is kept in sight when no window is. */
export interface Deadline {
  /** Stable while it is the same promise: it is told once. */
  readonly key: string;
  readonly at: Instant;
}

export interface ContactsImport {
  readonly people: readonly Person[];
  readonly bridges: readonly PhoneBridge[];
  readonly unknownColumns: readonly string[];
  readonly badRows: readonly { readonly line: number; readonly text: string; readonly why: string }[];
}

/** What a window may ask of the main process. */
export interface RequestTypes extends PlaceRequestTypes {
  readonly 'app:info': { readonly payload: null; readonly value: AppInfo };
  readonly 'identity:set': {
    readonly payload: { readonly person: string; readonly device: string };
    readonly value: Identity;
  };
  readonly 'preferences:set': { readonly payload: ViewPreferences; readonly value: ViewPreferences };
  /** A key that the desktop does not give is refused, and nothing is changed. */
  readonly 'global-keys:set': { readonly payload: GlobalKeys; readonly value: GlobalKeysState };
  /** For the next start. */
  readonly 'place:remember': { readonly payload: LastPlace | null; readonly value: null };
  /** Replaces what main watches for the incident that is open; those that lie in the past count as due. */
  readonly 'deadlines:watch': { readonly payload: readonly Deadline[]; readonly value: null };
  /** The list as this device saw it last, to look at until it is checked; null when that is not known. */
  readonly 'library:last-seen': { readonly payload: null; readonly value: readonly IncidentSummary[] | null };
  readonly 'library:list': { readonly payload: null; readonly value: readonly IncidentSummary[] };
  readonly 'library:probe': { readonly payload: null; readonly value: LibraryStatus };
  /** Asks for a folder in the main process and goes on recording there. `null` when the person gave up. */
  readonly 'library:move': { readonly payload: null; readonly value: LibraryStatus | null };
  /** A JSON string of `IncidentPage`. */
  readonly 'incident:open': { readonly payload: { readonly incident: IncidentId }; readonly value: string };
  /** This window shows it no more; once no window does, its commits are dropped and its files no longer watched. */
  readonly 'incident:close': { readonly payload: { readonly incident: IncidentId }; readonly value: null };
  readonly 'incident:execute': {
    readonly payload: { readonly request: CommandRequest; readonly zone: string };
    readonly value: Recorded;
  };
  readonly 'incident:verify': {
    readonly payload: { readonly incident: IncidentId };
    readonly value: Verification;
  };
  /** `words` are looked for as well; they are kept nowhere. */
  readonly 'residue:find': {
    readonly payload: { readonly incident: IncidentId; readonly words: string };
    readonly value: FoundResidue;
  };
  /** Deletes one of these files and notes it on the timeline, with this id. */
  readonly 'residue:delete': {
    readonly payload: {
      readonly id: CommandId;
      readonly incident: IncidentId;
      readonly path: string;
      readonly zone: string;
    };
    /** A sentence when its copy may still be in the mirror. */
    readonly value: { readonly stillInMirror: string | null };
  };
  /** Null: those of the library itself, of which no incident is the owner. */
  readonly 'drafts:list': {
    readonly payload: { readonly incident: IncidentId | null };
    readonly value: readonly Draft[];
  };
  /** An empty text removes the draft. */
  readonly 'drafts:save': {
    readonly payload: { readonly incident: IncidentId | null; readonly key: string; readonly text: string };
    readonly value: null;
  };
  readonly 'playbook:read': {
    readonly payload: null;
    readonly value: { readonly playbook: Playbook; readonly digest: string };
  };
  readonly 'contacts:save': {
    readonly payload: { readonly people: readonly Person[]; readonly bridges: readonly PhoneBridge[] };
    readonly value: { readonly playbook: Playbook; readonly digest: string };
  };
  /** Asks for a file in the main process. `null` when the person gave up. */
  readonly 'contacts:import': { readonly payload: null; readonly value: ContactsImport | null };
  /** The path written, or `null`. */
  readonly 'contacts:export': { readonly payload: null; readonly value: string | null };
  readonly 'review:export': {
    readonly payload: {
      readonly incident: IncidentId;
      readonly formats: readonly ExportFormat[];
      /** Asks for a folder first; otherwise the incident's own `exports` folder. */
      readonly askFolder: boolean;
      /** IANA zone of the times in the document. */
      readonly zone: string;
    };
    readonly value: ExportReport | null;
  };
  readonly 'folder:show': { readonly payload: { readonly incident: IncidentId }; readonly value: null };
  /** Closes the capture window, or opens the console from it. */
  readonly 'window:show': {
    readonly payload: { readonly window: 'console' | 'capture' | 'none' };
    readonly value: null;
  };
  /** Says which incident is meant, for the title and the capture window; `null` asks for a push that tells. */
  readonly 'window:incident': {
    readonly payload: { readonly incident: IncidentId | null; readonly title: string } | null;
    readonly value: null;
  };
  /** What was typed in this window is on the disk: it may be closed. */
  readonly 'window:closed-ready': { readonly payload: null; readonly value: null };
}

/** What the main process tells windows unasked. */
export interface PushTypes {
  /**
   * JSON string of `{ incident, commits: LoadedCommit[], problems, isWhole? }`: commits that are on disk, of any writer;
   * with `isWhole` all of them, in place of those that were told before.
   */
  readonly 'incident:changed': string;
  readonly 'library:changed': readonly IncidentSummary[];
  readonly 'library:status': LibraryStatus;
  /** How many incidents have been looked at for a list that takes its time. */
  readonly 'library:listing': { readonly done: number; readonly of: number };
  /** The test clock stands here now. */
  readonly 'clock:changed': Instant;
  /** A watched deadline has come; the instant is main's now, which is never before it. */
  readonly 'deadlines:reached': Instant;
  /** A command from the menu or a global key, by its action id. */
  readonly 'action:run': string;
  /** The incident that the console has open, for the capture window. */
  readonly 'window:incident': { readonly incident: IncidentId | null; readonly title: string };
  /** The app was opened with this bundle. */
  readonly 'restore:offer': string;
  /** The app is about to close: what is typed goes to the disk now, then `window:closed-ready`. */
  readonly 'app:closing': null;
}

export type RequestChannel = keyof RequestTypes;
export type RequestPayload<C extends RequestChannel> = RequestTypes[C]['payload'];
export type RequestReply<C extends RequestChannel> = Result<RequestTypes[C]['value'], RequestFailure>;
export type PushChannel = keyof PushTypes;
export type PushPayload<C extends PushChannel> = PushTypes[C];

// Typed as complete records: a channel that is in the types and not in the list could never be asked.
const requests: Readonly<Record<RequestChannel, true>> = {
  'app:info': true,
  'identity:set': true,
  'preferences:set': true,
  'global-keys:set': true,
  'place:remember': true,
  'deadlines:watch': true,
  'library:last-seen': true,
  'library:list': true,
  'library:probe': true,
  'library:move': true,
  'incident:open': true,
  'incident:close': true,
  'incident:execute': true,
  'incident:verify': true,
  'residue:find': true,
  'residue:delete': true,
  'drafts:list': true,
  'drafts:save': true,
  'playbook:read': true,
  'contacts:save': true,
  'contacts:import': true,
  'contacts:export': true,
  'review:export': true,
  'folder:show': true,
  'bundle:save': true,
  'restore:choose': true,
  'restore:run': true,
  'mirror:choose': true,
  'mirror:stop': true,
  'window:show': true,
  'window:incident': true,
  'window:closed-ready': true,
};
const pushes: Readonly<Record<PushChannel, true>> = {
  'incident:changed': true,
  'library:changed': true,
  'library:status': true,
  'library:listing': true,
  'clock:changed': true,
  'deadlines:reached': true,
  'action:run': true,
  'window:incident': true,
  'restore:offer': true,
  'app:closing': true,
};

/** What the preload lets through. */
export const requestChannels = Object.keys(requests) as readonly RequestChannel[];
export const pushChannels = Object.keys(pushes) as readonly PushChannel[];

/** What a window finds as `window.bridge`. */
export interface Bridge {
  /** Never rejects for an expected reason; a refusal is in the reply. Throws on a channel outside the contract. */
  request<C extends RequestChannel>(channel: C, payload: RequestPayload<C>): Promise<RequestReply<C>>;
  /** Returns the function that ends the subscription. */
  subscribe<C extends PushChannel>(channel: C, listener: (payload: PushPayload<C>) => void): () => void;
}

import type { IncidentSummary } from '../../shared/incident/summary.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import type { DeletedFile } from './delete-copies.ts';
import type { StoredDraft } from './draft-store.ts';
import type { ListProgress } from './incident-list.ts';
import type { ExecuteRequest, FoundResidue, LibraryState } from './library.ts';
import type { MirrorState } from './mirror.ts';
import type { Recorded } from './open-incident.ts';
import type { RestoreReport } from './places.ts';
import type { RecordProblem } from './record-problems.ts';
import type { Verified } from './verified.ts';
import type { WrittenBundle } from './write-bundle.ts';

export type { DeletedFile };

/** What the library process is started with: one JSON argument behind this flag. */
export const optionsFlag = '--library-options=';

/** What main has given this process. @throws where nobody has: it is not to be started by hand */
export const readProcessOptions = <Options>(argv: readonly string[]): Options => {
  const argument = argv.find((each) => each.startsWith(optionsFlag));
  if (argument === undefined) throw new Error(`This process needs ${optionsFlag}`);
  return JSON.parse(argument.slice(optionsFlag.length)) as Options;
};

export interface LibraryProcessOptions {
  readonly folder: string;
  readonly mayCreateParents: boolean;
  /** See `LibraryFolderDeps`. */
  readonly expected: string | null;
  readonly cacheFolder: string | null;
  readonly appVersion: string;
  /** File that holds the instant of the test clock; the packaged app passes null. */
  readonly testClock: string | null;
}

/** What the mirror's process is started with, as `LibraryProcessOptions`. It looks whenever it is told. */
export interface MirrorProcessOptions {
  readonly library: string;
  readonly mirror: string;
}
/** Look now. With every file that was deleted in the library and whose copies may be in the mirror still. */
export type LookMessage = readonly DeletedFile[];
export type MirrorMessage =
  /** `deleted`: of these no copy is left there. */
  | { readonly kind: 'state'; readonly state: MirrorState; readonly deleted: readonly DeletedFile[] }
  /** A look takes long and goes on. */
  | { readonly kind: 'alive' };

/** What the keys of the drafts of an incident begin with; null: of those that belong to none, but to the library. */
export const draftPrefix = (incident: IncidentId | null): string => `${incident ?? 'library'}/`;

/** A file with redacted text is gone from the library. */
export interface Deletion {
  /** By what its copies are known; null when it could not be read. */
  readonly file: DeletedFile | null;
  /** Why it is not on the timeline, though the file is gone; null when it is. */
  readonly notNoted: Refusal | null;
}

/** What main may ask of the library process. Every reply is a `Result`. */
export interface LibraryRequests {
  readonly state: { readonly payload: null; readonly value: LibraryState };
  readonly probe: { readonly payload: null; readonly value: LibraryState };
  /** The list as the index has it: answered at once, to be shown until `list` has been. */
  readonly 'list:last-seen': { readonly payload: null; readonly value: readonly IncidentSummary[] | null };
  readonly list: { readonly payload: null; readonly value: readonly IncidentSummary[] };
  /** A JSON string of `OpenedIncident`: one string crosses four times faster than as many objects. */
  readonly open: { readonly payload: { readonly incident: IncidentId }; readonly value: string };
  readonly execute: { readonly payload: ExecuteRequest; readonly value: Recorded };
  readonly verify: { readonly payload: { readonly incident: IncidentId }; readonly value: Verified };
  /** `words` are looked for as well as what was redacted; they are kept nowhere. */
  readonly 'residue:find': {
    readonly payload: { readonly incident: IncidentId; readonly words: string };
    readonly value: FoundResidue;
  };
  /** Deletes the file, then notes on the timeline that it was deleted. */
  readonly 'residue:delete': {
    readonly payload: Omit<ExecuteRequest, 'command'> & { readonly path: string };
    readonly value: Deletion;
  };
  /** Where the incident's files lie. */
  readonly folder: { readonly payload: { readonly incident: IncidentId }; readonly value: string };
  /** Null bundles the whole library. */
  readonly bundle: {
    readonly payload: { readonly incidents: readonly IncidentId[] | null; readonly path: string };
    readonly value: WrittenBundle;
  };
  readonly restore: {
    readonly payload: { readonly path: string; readonly whatIsWhole: boolean };
    readonly value: RestoreReport<IncidentSummary>;
  };
  /** Makes a folder that a person chose the mirror; its path, which may be a folder inside. */
  readonly 'mirror:begin': { readonly payload: { readonly folder: string }; readonly value: string };
  readonly 'drafts:list': { readonly payload: null; readonly value: readonly StoredDraft[] };
  /** An empty text removes the draft. */
  readonly 'drafts:save': { readonly payload: { readonly key: string; readonly text: string }; readonly value: null };
  readonly 'playbook:read': {
    readonly payload: null;
    readonly value: { readonly playbook: Playbook; readonly digest: string };
  };
  readonly 'playbook:save': {
    readonly payload: unknown;
    readonly value: { readonly playbook: Playbook; readonly digest: string };
  };
  /** No window shows it any more: its commits are dropped and its files no longer watched. */
  readonly leave: { readonly payload: { readonly incident: IncidentId }; readonly value: null };
  /**
   * Writes what is recorded of every open incident into another library, from memory where the disk is gone. Nothing more
   * is taken here once it has succeeded.
   */
  readonly carry: { readonly payload: { readonly folder: string }; readonly value: null };
  /** Everything acknowledged is on the disk anyway; this lets go of the files. */
  readonly close: { readonly payload: null; readonly value: null };
}

export type LibraryChannel = keyof LibraryRequests;
export type LibraryReply<C extends LibraryChannel> = Result<LibraryRequests[C]['value'], Refusal>;

export interface RequestMessage<C extends LibraryChannel = LibraryChannel> {
  /** Chosen by main; the reply carries it. Replies come in any order. */
  readonly id: number;
  readonly channel: C;
  readonly payload: LibraryRequests[C]['payload'];
}
export interface ReplyMessage<C extends LibraryChannel = LibraryChannel> {
  readonly id: number;
  readonly reply: LibraryReply<C>;
}

/** What the library process tells main unasked. `ready` comes first: earlier messages wait in the port. */
export type PushMessage =
  | { readonly push: 'ready'; readonly payload: LibraryState }
  | { readonly push: 'state'; readonly payload: LibraryState }
  /** Somebody wrote into some incident, open or not, or incidents came from elsewhere: the list may be another. */
  | { readonly push: 'listed'; readonly payload: null }
  /** Something long is under way and goes on. */
  | { readonly push: 'busy'; readonly payload: null }
  | { readonly push: 'listing'; readonly payload: ListProgress }
  /** A JSON string of `RecordedPush`. Sent after the flush, before the reply to the command that led to it. */
  | { readonly push: 'recorded'; readonly payload: string };
export interface RecordedPush {
  readonly incident: IncidentId;
  readonly commits: readonly LoadedCommit[];
  readonly problems: readonly RecordProblem[];
  /** Set when these are all commits: what was told before and is not among them does not count. */
  readonly isWhole?: true;
}

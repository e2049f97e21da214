import type { Result } from '../../shared/kernel/result.ts';
import type { Author, LoadedCommit } from '../../shared/record/commit.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import type { LineCheck } from '../../shared/record/line.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import type { FileContent } from './delete-residue.ts';
import type { DraftStore } from './draft-store.ts';
import type { FileLayer } from './file-layer.ts';
import type { Residue } from './find-residue.ts';
import type { ListProgress } from './incident-list.ts';
import type { IncidentRules, LibraryClock } from './incident-rules.ts';
import type { Recorded } from './open-incident.ts';
import type { Places } from './places.ts';
import type { RecordProblem } from './record-problems.ts';
import type { KnownRedactions } from './redaction-memory.ts';
import type { Verified } from './verified.ts';

export interface ExecuteRequest {
  readonly id: CommandId;
  readonly incident: IncidentId;
  /** As it came from outside. */
  readonly command: unknown;
  readonly by: Author;
  /** IANA zone of the device. */
  readonly zone: string;
}

export interface LibraryState {
  readonly folder: string;
  readonly id: string | null;
  /** Why nothing can be written; null when something can. */
  readonly readOnly: string | null;
  readonly notices: readonly string[];
}

export interface OpenedIncident<Playbook> {
  readonly commits: readonly LoadedCommit[];
  readonly problems: readonly RecordProblem[];
  readonly playbook: Playbook;
  readonly playbookDigest: string;
  /** Why this incident can only be read though its library can be written; the library's own reason is in its state. */
  readonly readOnly: string | null;
}

export interface NamedPlaybook<Playbook> {
  readonly playbook: Playbook;
  /** What a declaration names it by. */
  readonly digest: string;
}

export type LibraryEvent =
  | {
      readonly kind: 'recorded';
      readonly incident: IncidentId;
      readonly commits: readonly LoadedCommit[];
      readonly problems: readonly RecordProblem[];
      /** Set when these are all commits: what was told before and is not among them does not count. */
      readonly isWhole?: true;
    }
  /** A list is being made that takes its time. */
  | { readonly kind: 'listing'; readonly progress: ListProgress }
  | { readonly kind: 'state'; readonly state: LibraryState }
  /** Incidents came from elsewhere. */
  | { readonly kind: 'listed' };

export interface Library<State, Playbook, Summary> {
  state(): LibraryState;
  /** True when the library that was opened is not where it was: pulled out, or another one in its place. */
  isAway(): boolean;
  /** Tries again whether the library can be written. */
  probe(): Promise<LibraryState>;
  /**
   * The list as the index has it, at once and with no look at any incident: what was recorded elsewhere since is not in
   * it. For showing while `list` is being made, not for deciding. Null when the index does not have it.
   */
  lastSeen(): readonly Summary[] | null;
  /** All that have a folder, in no order and with no look inside: also those whose declaration no list can show. */
  incidents(): readonly IncidentId[];
  /** In the order of their ids, which is that of declaration; each as its journals are. Rejects while the library is away. */
  list(): Promise<readonly Summary[]>;
  /** The one of this digest as the incident has it, else the one in force in the library. */
  playbookOf(incident: IncidentId, digest: string | undefined): Playbook;
  open(incident: IncidentId): Result<OpenedIncident<Playbook>, Refusal>;
  /** Settles when all that `open` and `stateOf` say of it is on the disk, whoever wrote it: before that nobody is told. */
  confirmed(incident: IncidentId): Promise<void>;
  stateOf(incident: IncidentId): Result<State, Refusal>;
  execute(request: ExecuteRequest): Promise<Result<Recorded, Refusal>>;
  /** Reads every file of the incident anew from the disk. */
  verify(incident: IncidentId): Result<Verified, Refusal>;
  /**
   * Files of the incident that still hold, or may hold, text that was redacted. `words` are looked for as well, and
   * kept nowhere.
   */
  residue(incident: IncidentId, words: string): Result<FoundResidue, Refusal>;
  /**
   * Removes an export or a piece of evidence for good. Durable once answered; nobody is told: the caller records it.
   * Answers what was in it, null when that could not be read.
   */
  deleteResidue(incident: IncidentId, path: string): Promise<Result<FileContent | null, Refusal>>;
  /** Lets go of an incident that nobody looks at; the next request opens it anew. */
  leave(incident: IncidentId): Promise<void>;
  /**
   * Writes what is recorded of every open incident, and the playbook, into the library in `folder` (made when there is
   * none), durably, also when this library's disk is gone. After that this run takes nothing more; a failure changes nothing.
   */
  carryTo(folder: string): Promise<Result<null, Refusal>>;
  /** Where the incident's files lie. */
  folderOf(incident: IncidentId): Result<string, Refusal>;
  readonly drafts: DraftStore;
  readonly places: Places<Summary>;
  /** The playbook in force, as this run knows it. */
  playbook(): NamedPlaybook<Playbook>;
  /** As `playbook`, after a look at the disk: another run may have saved a newer one. */
  readPlaybook(): Promise<NamedPlaybook<Playbook>>;
  savePlaybook(playbook: unknown): Promise<Result<NamedPlaybook<Playbook>, Refusal>>;
  /** Called after the flush only. Returns the end of it. */
  subscribe(listener: (event: LibraryEvent) => void): () => void;
  close(): Promise<void>;
}

export interface FoundResidue extends Omit<KnownRedactions, 'texts'> {
  readonly files: readonly Residue[];
}

export interface LibraryDeps<State, Playbook, Command extends { readonly type: string }, Summary> {
  readonly files: FileLayer;
  readonly folder: string;
  readonly mayCreateParents: boolean;
  readonly expected?: string | null;
  /** Where the disposable index lies; null keeps none. */
  readonly cacheFolder: string | null;
  /**
   * `quick`: an incident opens on the CRC of its lines, and the full check follows between requests. Left out, the full
   * check comes first: for a program that ends with its answer.
   */
  readonly check?: LineCheck;
  /** Settles when whatever else waits has had its turn. */
  readonly pause: () => Promise<unknown>;
  readonly appVersion: string;
  readonly rules: IncidentRules<State, Playbook, Command, Summary>;
  readonly clock: LibraryClock;
  /** Ms since 1970 of the machine, whatever clock a test sets: compared with times of files. */
  readonly fileNowMs: () => number;
  readonly newUlid: () => string;
  /** 122 random bits as 32 hex digits. */
  readonly newToken: () => string;
  readonly run: string;
  readonly isRunAlive: (run: string) => boolean | null;
  /** Returns the end of it. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

import { dirname } from 'node:path';
import type { Result } from '../../shared/kernel/result.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { findTextLeft } from '../../shared/record/verify-chain.ts';
import { contentSums } from './content-sums.ts';
import { fingerprintOf, indexFolderOf, openIncidentIndex } from './incident-index.ts';
import { createIncidentList } from './incident-list.ts';
import { createJournalReader } from './journal-reader.ts';
import type { LibraryDeps, LibraryEvent } from './library.ts';
import type { LibraryFolder } from './library-folder.ts';
import type { LibraryPlaybooks } from './library-playbooks.ts';
import { type StorageFailure, toUnusableFolder } from './storage-failure.ts';
import { createUnlistedIncidents } from './unlisted-incidents.ts';

/** What is known of incidents that nobody has opened: the list, the index that it comes from, and what no list can show. */
export interface IncidentSummaries<Summary> {
  /** As `Library` says. */
  lastSeen(): readonly Summary[] | null;
  list(): Promise<readonly Summary[]>;
  /** Reads an incident anew without opening it: no file of its own, no watching. */
  look(incident: IncidentId): { readonly summary: Summary | undefined; readonly conflicts: number };
  /** As `IncidentIndex.forget`. */
  forget(incidents: readonly IncidentId[]): Promise<Result<null, StorageFailure>>;
  /** As `IncidentIndex.save`; leaves the index as it is while the library is not where it was. */
  save(): Promise<void>;
  /** Sentences of what is wrong with the index, and of incidents that no list can show, or not all of. */
  notices(): readonly string[];
}

interface IncidentSummariesDeps<State, Playbook, Command extends { readonly type: string }, Summary>
  extends Pick<
    LibraryDeps<State, Playbook, Command, Summary>,
    'files' | 'cacheFolder' | 'appVersion' | 'newToken' | 'rules' | 'clock' | 'pause'
  > {
  /** Asked for its identity now: a library without one has no index. */
  readonly folder: LibraryFolder;
  readonly journalFolderOf: (incident: IncidentId) => string;
  readonly playbooks: Pick<LibraryPlaybooks<Playbook>, 'ofIncident'>;
  readonly tell: (event: LibraryEvent) => void;
  /** A list has found others than those that were told. */
  readonly onNotices: () => void;
}

/** Opens the index of this library; nothing is listed yet. */
export const openIncidentSummaries = async <State, Playbook, Command extends { readonly type: string }, Summary>(
  deps: IncidentSummariesDeps<State, Playbook, Command, Summary>,
): Promise<IncidentSummaries<Summary>> => {
  const { files, cacheFolder, folder, journalFolderOf, rules } = deps;
  const identity = folder.identity();
  const isKept = cacheFolder !== null && identity !== null;
  const place = { cacheFolder, folder: isKept ? indexFolderOf(cacheFolder, identity.id, folder.path) : null };
  const index = await openIncidentIndex<Summary>(files, place, deps.appVersion, deps.newToken);
  const unlisted = createUnlistedIncidents();

  const look = (id: IncidentId) => {
    const journalFolder = journalFolderOf(id);
    unlisted.forget(id);
    const fingerprint = fingerprintOf(files, journalFolder);
    const read = createJournalReader({
      files,
      folder: () => journalFolder,
      incident: id,
      sums: contentSums,
    }).read(new Set());
    const current = rules.fold(id, orderCommits(read.commits).commits());
    const playbook = deps.playbooks.ofIncident(id, rules.playbookOf(current));
    const summary = rules.summarise(current, playbook);
    // A record that could only be read in part is read again the next time: the disk may have got over it. One that
    // still holds a redacted text is on the point of losing it, and the index must not have it longer.
    const isFit =
      read.problems.every(({ kind }) => kind !== 'unreadable') &&
      findTextLeft(read.commits, rules.textPaths).length === 0;
    // Files that give nothing say nothing against what is kept: they may be there again with the next list.
    const isSilent = read.commits.length === 0 && read.problems.every(({ kind }) => kind === 'unreadable');
    if (summary === undefined) unlisted.note(id, dirname(journalFolder), read);
    if (summary !== undefined && isFit) index.write(id, fingerprint, summary);
    else if (!isSilent) index.drop(id);
    return { summary, conflicts: rules.conflictsIn(current, playbook) };
  };

  /** A stick that was pulled out, or changed for another, took no incident out of this library and brought none in. */
  const isThere = () => folder.identity()?.id === identity?.id;
  const save = async () => {
    if (isThere()) await index.save();
  };

  const list = createIncidentList({
    incidents: folder.incidents,
    known: (id) => index.read(id, journalFolderOf(id)),
    make: (id) => {
      try {
        return look(id).summary;
      } catch (error) {
        if (toUnusableFolder(error) !== null) throw error;
        // A record that this version cannot make sense of keeps no other from being listed.
        index.drop(id);
        unlisted.noteSenseless(id, dirname(journalFolderOf(id)), error);
        return undefined;
      }
    },
    keep: async (listed) => {
      if (isThere()) index.setListed(listed, folder.isGone);
      await save();
    },
    pause: deps.pause,
    monoMs: deps.clock.monoMs,
    onProgress: (progress) => deps.tell({ kind: 'listing', progress }),
  });

  const notices = () =>
    [index.notice(), ...folder.notices(), ...unlisted.notices()].filter((notice) => notice !== null);
  return {
    lastSeen: index.lastSeen,
    list: async () => {
      const before = notices().join();
      const summaries = await list();
      if (notices().join() !== before) deps.onNotices();
      return summaries;
    },
    look,
    forget: index.forget,
    save,
    notices,
  };
};

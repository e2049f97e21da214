import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import type { EventId, IncidentId, WriterId } from '../../shared/record/ids.ts';
import { type Refusal, refuse } from '../../shared/record/rules.ts';
import { carryOver } from './carry-over.ts';
import { contentSums } from './content-sums.ts';
import { createDraftStore } from './draft-store.ts';
import { createFileJournal } from './file-journal.ts';
import { openIncidentIndex } from './incident-index.ts';
import { createIncidentList } from './incident-list.ts';
import { createJournalReader } from './journal-reader.ts';
import { openJsonStore } from './json-store.ts';
import type { ExecuteRequest, Library, LibraryDeps, LibraryEvent, LibraryState } from './library.ts';
import { openLibraryFolder, parseIncidentId } from './library-folder.ts';
import { type OpenIncident, openIncident, type Recorded } from './open-incident.ts';
import { createPlaces } from './places.ts';
import { createPlaybookCopies, digestOfPlaybook } from './playbook-copies.ts';
import { concernsLibrary, toReadOnlyReason, toStorageFailure } from './storage-failure.ts';
import { createUnlistedIncidents } from './unlisted-incidents.ts';
import { toVerified } from './verified.ts';

/** The library of one run of one process: every file of it is written and read through here. */
export const createLibrary = async <State, Playbook, Command extends { readonly type: string }, Summary>(
  deps: LibraryDeps<State, Playbook, Command, Summary>,
): Promise<Library<State, Playbook, Summary>> => {
  const { files, rules, clock, newToken } = deps;
  const folder = openLibraryFolder({ ...deps, path: deps.folder, newId: deps.newUlid });
  let readOnly = (await folder.probe())?.message ?? null;
  const playbooks = await openJsonStore<Playbook>({
    files,
    path: join(folder.path, 'playbook.json'),
    defaults: rules.defaultPlaybook,
    faultOf: (content) => {
      const parsed = rules.parsePlaybook(content);
      return parsed.ok ? null : parsed.error;
    },
    keepsLastGood: true,
    newToken,
  });
  const copies = createPlaybookCopies(files, rules.parsePlaybook, newToken, playbooks.value);
  const index = await openIncidentIndex<Summary>(files, deps.cacheFolder, deps.appVersion, newToken);
  const unlisted = createUnlistedIncidents();
  const opened = new Map<IncidentId, OpenIncident<State, Command, Playbook>>();
  const listeners = new Set<(event: LibraryEvent) => void>();
  /** What an incident was declared with, until its folder holds a copy. */
  const declaredWith = new Map<IncidentId, Playbook>();
  /** Set while the record is carried elsewhere and for good once it was: what came later would be missing there. */
  let isLeft = false;

  const state = (): LibraryState => ({
    folder: folder.path,
    id: folder.identity()?.id ?? null,
    readOnly,
    notices: [playbooks.notice(), index.notice(), ...unlisted.notices()].filter((notice) => notice !== null),
  });
  const tell = (event: LibraryEvent) => {
    for (const listener of listeners) listener(event);
  };
  const setReadOnly = (reason: string | null) => {
    if (readOnly === reason) return;
    readOnly = reason;
    tell({ kind: 'state', state: state() });
  };

  const journalFolderOf = (id: IncidentId) =>
    join(folder.folderOf(id) ?? join(folder.path, 'incidents', id), 'journal');

  const openFolder = async (id: IncidentId) => {
    const home = await folder.ensureIncident(id, clock.now());
    const playbook = declaredWith.get(id);
    // On the disk before the first line names it.
    if (playbook !== undefined) await copies.keep(home, playbook);
    declaredWith.delete(id);
    return join(home, 'journal');
  };

  const incidentOf = (id: IncidentId): OpenIncident<State, Command, Playbook> => {
    const known = opened.get(id);
    if (known) return known;
    const journal = createFileJournal({
      files,
      folder: () => journalFolderOf(id),
      incident: id,
      sums: contentSums,
      ...(deps.check === undefined ? {} : { check: deps.check }),
      pathsOf: rules.textPaths,
      newSalt: newToken,
      newWriter: () => newToken() as WriterId,
      now: clock.now,
      nowMs: deps.fileNowMs,
      openFolder: () => openFolder(id),
    });
    const made = openIncident({
      id,
      rules,
      clock,
      newEventId: () => deps.newUlid() as EventId,
      journal,
      onRecorded: (commits) => tell({ kind: 'recorded', incident: id, commits, problems: problemsOf(id) }),
      onReplaced: (commits) =>
        tell({ kind: 'recorded', incident: id, commits, problems: problemsOf(id), isWhole: true }),
      pause: deps.pause,
    });
    opened.set(id, made);
    return made;
  };

  const problemsOf = (id: IncidentId) => opened.get(id)?.problems() ?? [];

  const existing = (id: IncidentId): Result<OpenIncident<State, Command, Playbook>, Refusal> =>
    opened.has(id) || folder.folderOf(id)
      ? ok(incidentOf(id))
      : refuse('incident.unknown', 'There is no such incident in this library.');

  const currentPlaybook = () => ({ playbook: playbooks.value(), digest: digestOfPlaybook(playbooks.value()) });

  const playbookOf = (id: IncidentId, digest: string | undefined): Playbook => {
    const found = digest === undefined ? undefined : copies.read(() => folder.folderOf(id), digest);
    return found ?? playbooks.value();
  };

  /** The incident carries a copy of every playbook that its journal names, on the disk before the journal names it. */
  const keepCopy = async (id: IncidentId, digest: string): Promise<Result<null, Refusal>> => {
    const current = playbooks.value();
    const home = folder.folderOf(id);
    if (home && copies.holds(home, digest)) return ok(null);
    if (digestOfPlaybook(current) !== digest)
      return refuse('playbook.unknown', 'This playbook is not the one in force. Read it again and repeat.', 'playbook');
    if (home === null) {
      // What the rules refuse must leave no folder behind: the copy is written with the first line.
      declaredWith.set(id, current);
      return ok(null);
    }
    try {
      await copies.keep(home, current);
      return ok(null);
    } catch (error) {
      return err(toStorageFailure(error));
    }
  };

  const run = async (request: ExecuteRequest, command: Command): Promise<Result<Recorded, Refusal>> => {
    const named = rules.playbookNamedBy(command);
    const kept = named === undefined ? ok(null) : await keepCopy(request.incident, named);
    if (!kept.ok) return kept;
    const incident = incidentOf(request.incident);
    const playbook = playbookOf(request.incident, rules.playbookOf(incident.deciding()) ?? named);
    const input = { id: request.id, command, by: request.by, zone: request.zone };
    const outcome = await incident.execute(input, playbook);
    if (outcome.ok && rules.isRedaction(command)) await index.forget(request.incident);
    if (!outcome.ok && folder.folderOf(request.incident) === null && incident.commits().length === 0) {
      declaredWith.delete(request.incident);
      await closeOne(opened, request.incident);
    }
    return outcome;
  };

  /** Without opening it: no file of its own, no watching. */
  const look = (id: IncidentId) => {
    const journalFolder = journalFolderOf(id);
    unlisted.forget(id);
    const read = createJournalReader({
      files,
      folder: () => journalFolder,
      incident: id,
      sums: contentSums,
    }).read(new Set());
    const current = rules.fold(id, orderCommits(read.commits).commits());
    const playbook = playbookOf(id, rules.playbookOf(current));
    const summary = rules.summarise(current, playbook);
    if (summary === undefined) unlisted.note(id, dirname(journalFolder), read);
    // A record that could only be read in part is read again the next time: the disk may have got over it.
    else if (read.problems.every(({ kind }) => kind !== 'unreadable')) index.write(id, journalFolder, summary);
    return { summary, conflicts: rules.conflictsIn(current, playbook) };
  };

  const onTakenIn = async (ids: readonly IncidentId[]) => {
    await playbooks.refresh();
    for (const id of ids) {
      // A redaction may have come with it.
      await index.forget(id);
      opened.get(id)?.refresh();
    }
    if (ids.length > 0) tell({ kind: 'listed' });
  };

  const list = createIncidentList({
    incidents: folder.incidents,
    known: (id) => index.read(id, journalFolderOf(id)),
    make: (id) => look(id).summary,
    save: index.save,
    pause: deps.pause,
    monoMs: clock.monoMs,
    onProgress: (progress) => tell({ kind: 'listing', progress }),
  });

  return {
    state,
    probe: async () => {
      setReadOnly((await folder.probe())?.message ?? null);
      return state();
    },
    list: async () => {
      const before = unlisted.notices().join();
      const summaries = await list();
      if (unlisted.notices().join() !== before) tell({ kind: 'state', state: state() });
      return summaries;
    },
    open: (id) => {
      const found = existing(id);
      if (!found.ok) return found;
      const incident = found.value;
      incident.refresh();
      const playbook = playbookOf(id, incident.playbook());
      const reason = incident.isReadOnly() ? 'A newer version of Holdfast has written to this incident.' : null;
      const [commits, problems] = [incident.commits(), incident.problems()];
      return ok({ commits, problems, playbook, playbookDigest: digestOfPlaybook(playbook), readOnly: reason });
    },
    stateOf: (id) => {
      const found = existing(id);
      return found.ok ? ok(found.value.state()) : found;
    },
    execute: async (request) => {
      if (isLeft) return refuse('storage.closed', 'Not recorded: the record goes on in another folder. Try again.');
      const id = parseIncidentId(request.incident);
      if (!id.ok) return id;
      const command = rules.parseCommand(request.command);
      if (!command.ok) return command;
      const outcome = await run(request, command.value);
      if (outcome.ok) setReadOnly(null);
      else if (concernsLibrary(outcome.error)) setReadOnly(toReadOnlyReason(outcome.error));
      return outcome;
    },
    verify: (id) => {
      const found = existing(id);
      return found.ok ? ok(toVerified(found.value.readAll())) : found;
    },
    carryTo: async (target) => {
      isLeft = true;
      await Promise.all([...opened.values()].map((incident) => incident.settled()));
      const taking = { files, newToken, nowMs: deps.fileNowMs, newId: deps.newUlid, now: clock.now, copies };
      const held = function* () {
        for (const [id, incident] of opened)
          yield { id, files: incident.heldFiles(), playbook: playbookOf(id, rules.playbookOf(incident.deciding())) };
      };
      const outcome = await carryOver(taking, target, held(), playbooks.value());
      isLeft = outcome.ok;
      return outcome;
    },
    leave: (id) => closeOne(opened, id),
    folderOf: (id) => {
      const home = folder.folderOf(id);
      return home === null ? refuse('incident.unknown', 'There is no such incident in this library.') : ok(home);
    },
    places: createPlaces({
      files,
      folder,
      newToken,
      now: clock.now,
      nowMs: deps.fileNowMs,
      isOwn: (id, file) => opened.get(id)?.owns(file) ?? false,
      look,
      onTakenIn,
    }),
    drafts: createDraftStore({ ...deps, library: folder.path, now: clock.now }),
    playbook: currentPlaybook,
    readPlaybook: async () => {
      await playbooks.refresh();
      return currentPlaybook();
    },
    savePlaybook: async (input) => {
      const parsed = rules.parsePlaybook(input);
      if (!parsed.ok) return refuse('playbook.malformed', `This playbook cannot be used: ${parsed.error}`);
      try {
        await playbooks.save(parsed.value);
        return ok(currentPlaybook());
      } catch (error) {
        return err(toStorageFailure(error));
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await Promise.all([...opened.keys()].map((id) => closeOne(opened, id)));
      await index.save();
    },
  };
};

const closeOne = async (opened: Map<IncidentId, { close(): Promise<void> }>, id: IncidentId) => {
  const incident = opened.get(id);
  opened.delete(id);
  await incident?.close();
};

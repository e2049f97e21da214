import { join } from 'node:path';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { IncidentId, WriterId } from '../../shared/record/ids.ts';
import { soughtTexts } from '../../shared/record/redacted-text.ts';
import { type Refusal, refuse } from '../../shared/record/rules.ts';
import { carryOver } from './carry-over.ts';
import { contentSums } from './content-sums.ts';
import { deleteResidue } from './delete-residue.ts';
import { createDraftStore } from './draft-store.ts';
import { createFileJournal } from './file-journal.ts';
import { findResidue } from './find-residue.ts';
import { openIncidentSummaries } from './incident-summaries.ts';
import type { ExecuteRequest, Library, LibraryDeps, LibraryEvent, LibraryState } from './library.ts';
import { openLibraryFolder, parseIncidentId } from './library-folder.ts';
import { openLibraryPlaybooks } from './library-playbooks.ts';
import { type OpenIncident, openIncident, type Recorded } from './open-incident.ts';
import { createPlaces } from './places.ts';
import { digestOfPlaybook } from './playbook-copies.ts';
import { draftPrefix } from './protocol.ts';
import type { RecordProblem } from './record-problems.ts';
import { StorageError } from './storage-failure.ts';
import { toVerified } from './verified.ts';
import { createWritability } from './writability.ts';

/** The library of one run of one process: every file of it is written and read through here. */
export const createLibrary = async <State, Playbook, Command extends { readonly type: string }, Summary>(
  deps: LibraryDeps<State, Playbook, Command, Summary>,
): Promise<Library<State, Playbook, Summary>> => {
  const { files, rules, clock, newToken } = deps;
  const folder = openLibraryFolder({ ...deps, path: deps.folder, newId: deps.newUlid });
  const isNew = folder.identity() === null;
  const probing = folder.probe();
  // A new library has no identity before. In an old one whatever speaks against writing is found at once, all but a flush
  // that fails: nothing waits for that, since it may take seconds on a slow stick.
  if (isNew) await probing;
  const playbooks = await openLibraryPlaybooks<Playbook>({
    files,
    folder,
    parse: rules.parsePlaybook,
    defaults: rules.defaultPlaybook,
    newToken,
  });
  const tellState = () => tell({ kind: 'state', state: state() });
  const writability = createWritability(tellState);
  const drafts = createDraftStore({ ...deps, library: folder.path, now: clock.now, onNotices: tellState });
  const opened = new Map<IncidentId, OpenIncident<State, Command, Playbook>>();
  const listeners = new Set<(event: LibraryEvent) => void>();
  /** Set while the record is carried elsewhere and for good once it was: what came later would be missing there. */
  let isLeft = false;

  const state = (): LibraryState => ({
    folder: folder.path,
    id: folder.identity()?.id ?? null,
    readOnly: writability.reason(),
    notices: [
      playbooks.notice(),
      ...summaries.notices(),
      ...drafts.notices(),
      // Where nothing can be written that is said already.
      writability.reason() === null ? drafts.unsaved() : null,
    ].filter((notice) => notice !== null),
  });
  const tell = (event: LibraryEvent) => {
    for (const listener of listeners) listener(event);
  };

  const journalFolderOf = (id: IncidentId) =>
    join(folder.folderOf(id) ?? join(folder.path, 'incidents', id), 'journal');
  const summaries = await openIncidentSummaries({
    ...deps,
    folder,
    journalFolderOf,
    playbooks,
    tell,
    onNotices: tellState,
  });
  const probed = writability.judgeBy(probing);

  const openFolder = async (id: IncidentId) => {
    const home = await folder.ensureIncident(id, clock.now());
    await playbooks.keepDeclared(id, home);
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
      journal,
      onRecorded: (commits) => tell({ kind: 'recorded', incident: id, commits, problems: problemsOf(id) }),
      onReplaced: (commits) =>
        tell({ kind: 'recorded', incident: id, commits, problems: problemsOf(id), isWhole: true }),
      pause: deps.pause,
      takeOut: async (texts) => {
        const forgotten = await summaries.forget([id]);
        // What was typed and is of no incident yet may be about this one, such as another declaration of it.
        const taken = await drafts.takeOut([draftPrefix(id), draftPrefix(null)], texts);
        return forgotten.ok ? taken : forgotten;
      },
      setTimer: deps.setTimer,
    });
    opened.set(id, made);
    return made;
  };

  const problemsOf = (id: IncidentId): readonly RecordProblem[] => {
    const incident = opened.get(id);
    return incident ? [...incident.problems(), ...playbooks.problemsOf(id, incident.playbook())] : [];
  };

  const existing = (id: IncidentId): Result<OpenIncident<State, Command, Playbook>, Refusal> =>
    opened.has(id) || folder.folderOf(id) ? ok(incidentOf(id)) : unknownIncident;

  const run = async (request: ExecuteRequest, command: Command): Promise<Result<Recorded, Refusal>> => {
    const named = rules.playbookNamedBy(command);
    const kept = named === undefined ? ok(null) : await playbooks.keepCopy(request.incident, named);
    if (!kept.ok) return kept;
    const incident = incidentOf(request.incident);
    const playbook = playbooks.ofIncident(request.incident, rules.playbookOf(incident.deciding()) ?? named);
    const input = { id: request.id, command, by: request.by, zone: request.zone };
    const outcome = await incident.execute(input, playbook);
    if (!outcome.ok && folder.folderOf(request.incident) === null && incident.commits().length === 0) {
      playbooks.dropDeclared(request.incident);
      await closeOne(opened, request.incident);
    }
    return outcome;
  };

  const onTakenIn = async (ids: readonly IncidentId[]) => {
    await playbooks.refresh();
    if (ids.length === 0) return;
    // Redactions may have come with them.
    await summaries.forget(ids);
    for (const id of ids) opened.get(id)?.refresh();
    tell({ kind: 'listed' });
  };

  return {
    state,
    probe: async () => {
      await writability.judgeBy(folder.probe());
      return state();
    },
    lastSeen: summaries.lastSeen,
    incidents: folder.incidents,
    list: async () => {
      const listed = await summaries.list();
      // An empty place would be told as an empty library, and one that went meanwhile as a part of it.
      if (folder.isAway()) throw new StorageError('ENOENT', 'library.json is gone');
      return listed;
    },
    isAway: folder.isAway,
    playbookOf: playbooks.ofIncident,
    open: (id) => {
      const found = existing(id);
      if (!found.ok) return found;
      const incident = found.value;
      incident.refresh();
      const playbook = playbooks.ofIncident(id, incident.playbook());
      const reason = incident.isReadOnly() ? 'A newer version of Holdfast has written to this incident.' : null;
      const [commits, problems] = [incident.commits(), problemsOf(id)];
      return ok({ commits, problems, playbook, playbookDigest: digestOfPlaybook(playbook), readOnly: reason });
    },
    confirmed: async (id) => opened.get(id)?.confirmed(),
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
      const bytes = Buffer.byteLength(JSON.stringify(command.value));
      if (bytes > largestCommand) return refuse('command.too-large', tooLarge(bytes));
      const outcome = await run(request, command.value);
      writability.judgeByOutcome(outcome);
      return outcome;
    },
    verify: (id) => {
      const found = existing(id);
      if (!found.ok) return found;
      const beside = playbooks.problemsOf(id, found.value.playbook());
      return ok(toVerified(found.value.readAll(), rules.textPaths, beside));
    },
    carryTo: async (target) => {
      isLeft = true;
      await Promise.all([...opened.values()].map((incident) => incident.settled()));
      const taking = {
        files,
        newToken,
        nowMs: deps.fileNowMs,
        newId: deps.newUlid,
        copies: playbooks.copies,
      };
      const held = function* () {
        for (const [id, incident] of opened)
          yield {
            id,
            day: folder.dayOf(id) ?? clock.now(),
            files: incident.heldFiles(),
            playbook: playbooks.ofIncident(id, rules.playbookOf(incident.deciding())),
          };
      };
      const outcome = await carryOver(taking, target, held(), playbooks.current().playbook);
      isLeft = outcome.ok;
      return outcome;
    },
    leave: (id) => closeOne(opened, id),
    folderOf: (id) => {
      const home = folder.folderOf(id);
      return home === null ? unknownIncident : ok(home);
    },
    places: createPlaces({
      files,
      folder,
      newToken,
      now: clock.now,
      nowMs: deps.fileNowMs,
      isOwn: (id, file) => opened.get(id)?.owns(file) ?? false,
      refreshPlaybook: playbooks.refresh,
      look: summaries.look,
      onTakenIn,
    }),
    residue: (id, words) => {
      const home = folder.folderOf(id);
      const found = existing(id);
      if (!found.ok) return found;
      if (home === null) return unknownIncident;
      const known = found.value.redactions();
      const texts = soughtTexts([...known.texts, words]);
      return ok({ ...known, files: findResidue(files, home, { ...known, texts }) });
    },
    deleteResidue: async (id, path) => {
      const home = folder.folderOf(id);
      return home === null ? unknownIncident : deleteResidue(files, home, path);
    },
    drafts,
    playbook: playbooks.current,
    readPlaybook: async () => {
      await playbooks.refresh();
      return playbooks.current();
    },
    savePlaybook: playbooks.save,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      const closing = Promise.all([...opened.keys()].map((id) => closeOne(opened, id)));
      // Who closes may have no patience with a probe that is stuck: nothing else waits for it.
      await Promise.all([probed, closing.then(summaries.save)]);
    },
  };
};

/** A command becomes one line, where every text is there once, beside its sum: far below `longestLine`. */
const largestCommand = 8 * 1024 * 1024;
const tooLarge = (bytes: number) =>
  `Not recorded: all texts together have ${bytes} bytes, and at most ${largestCommand} fit into one record. Divide them, or attach a file.`;

const unknownIncident = refuse(
  'incident.unknown',
  'There is no such incident in this library. If a list still shows it, its folder was moved or deleted: put the folder back, or restore the incident from a bundle.',
);

const closeOne = async (opened: Map<IncidentId, { close(): Promise<void> }>, id: IncidentId) => {
  const incident = opened.get(id);
  opened.delete(id);
  await incident?.close();
};

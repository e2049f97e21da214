import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { type Refusal, refuse } from '../../shared/record/rules.ts';
import type { FileLayer } from './file-layer.ts';
import { openJsonStore } from './json-store.ts';
import type { NamedPlaybook } from './library.ts';
import type { LibraryFolder } from './library-folder.ts';
import { createPlaybookCopies, digestOfPlaybook, type PlaybookCopies } from './playbook-copies.ts';
import type { RecordProblem } from './record-problems.ts';
import { toStorageFailure } from './storage-failure.ts';

/** The playbook in force, and the ones that incidents carry. */
export interface LibraryPlaybooks<Playbook> {
  /** As this run knows it. */
  current(): NamedPlaybook<Playbook>;
  /** Takes in what another run has saved. */
  refresh(): Promise<void>;
  save(input: unknown): Promise<Result<NamedPlaybook<Playbook>, Refusal>>;
  notice(): string | null;
  /** The one that an incident names; the one in force where it names none, or its copy cannot be read. */
  ofIncident(incident: IncidentId, digest: string | undefined): Playbook;
  /** What is wrong where `ofIncident` has to give another one than the incident names. */
  problemsOf(incident: IncidentId, digest: string | undefined): readonly RecordProblem[];
  /** Before a command that names a playbook is decided: the incident has a copy of it, or gets it with its first line. */
  keepCopy(incident: IncidentId, digest: string): Promise<Result<null, Refusal>>;
  /** Writes what the incident was declared with into its folder, on the disk before a line names it. */
  keepDeclared(incident: IncidentId, home: string): Promise<void>;
  /** The declaration was refused. */
  dropDeclared(incident: IncidentId): void;
  readonly copies: PlaybookCopies<Playbook>;
}

interface LibraryPlaybooksDeps<Playbook> {
  readonly files: FileLayer;
  readonly folder: LibraryFolder;
  readonly parse: (input: unknown) => Result<Playbook, string>;
  readonly defaults: Playbook;
  readonly newToken: () => string;
}

/** Reads the library's own playbook; where it is missing or damaged the default is in force, and a notice says so. */
export const openLibraryPlaybooks = async <Playbook>(
  deps: LibraryPlaybooksDeps<Playbook>,
): Promise<LibraryPlaybooks<Playbook>> => {
  const { files, folder, parse, newToken } = deps;
  const store = await openJsonStore<Playbook>({
    files,
    path: join(folder.path, 'playbook.json'),
    defaults: deps.defaults,
    faultOf: (content) => {
      const parsed = parse(content);
      return parsed.ok ? null : parsed.error;
    },
    keepsLastGood: true,
    newToken,
  });
  const copies = createPlaybookCopies(files, parse, newToken, store.value);
  /** What an incident was declared with, until its folder holds a copy. */
  const declaredWith = new Map<IncidentId, Playbook>();
  const current = () => ({ playbook: store.value(), digest: digestOfPlaybook(store.value()) });
  const attempt = async <Value>(write: () => Promise<void>, value: () => Value): Promise<Result<Value, Refusal>> => {
    try {
      await write();
      return ok(value());
    } catch (error) {
      return err(toStorageFailure(error));
    }
  };

  const ownOf = (incident: IncidentId, digest: string | undefined) =>
    digest === undefined ? undefined : copies.read(() => folder.folderOf(incident), digest);

  return {
    current,
    refresh: store.refresh,
    save: async (input) => {
      const parsed = parse(input);
      if (!parsed.ok) return refuse('playbook.malformed', `This playbook cannot be used: ${parsed.error}`);
      return attempt(() => store.save(parsed.value), current);
    },
    notice: store.notice,
    ofIncident: (incident, digest) => ownOf(incident, digest) ?? store.value(),
    problemsOf: (incident, digest) =>
      digest === undefined || ownOf(incident, digest) || current().digest === digest ? [] : [playbookLost(digest)],
    keepCopy: async (incident, digest) => {
      const { playbook, digest: digestInForce } = current();
      const home = folder.folderOf(incident);
      if (home && copies.holds(home, digest)) return ok(null);
      if (digestInForce !== digest)
        return refuse(
          'playbook.unknown',
          'This playbook is not the one in force. Read it again and repeat.',
          'playbook',
        );
      if (home === null) {
        // What the rules refuse must leave no folder behind: the copy is written with the first line.
        declaredWith.set(incident, playbook);
        return ok(null);
      }
      return attempt(
        () => copies.keep(home, playbook),
        () => null,
      );
    },
    keepDeclared: async (incident, home) => {
      const playbook = declaredWith.get(incident);
      if (playbook !== undefined) await copies.keep(home, playbook);
      declaredWith.delete(incident);
    },
    dropDeclared: (incident) => {
      declaredWith.delete(incident);
    },
    copies,
  };
};

const playbookLost = (digest: string): RecordProblem => ({
  kind: 'playbook-lost',
  file: `playbook-${digest}.json`,
  message:
    'The playbook of this incident is missing or damaged, and the one in force stands in for it: severities, promises and figures may read otherwise than they did. Restore the incident from a bundle, the mirror or another library that has it.',
});

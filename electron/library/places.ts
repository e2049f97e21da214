import { join, resolve } from 'node:path';
import type { Instant } from '../../shared/kernel/instant.ts';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { type Refusal, refuse } from '../../shared/record/rules.ts';
import type { FileLayer } from './file-layer.ts';
import { readLibraryAt } from './given-library.ts';
import { liesInRecord } from './lies-in.ts';
import { beginMirror } from './mirror.ts';
import { type ReadBundle, readBundle } from './read-bundle.ts';
import { type RestoreDeps, type RestoredIncident, type RestoredLibrary, restoreLibrary } from './restore-library.ts';
import type { LeftFile } from './take-in-journals.ts';
import { type WrittenBundle, writeBundle } from './write-bundle.ts';

/** What a restored incident looks like now. */
export interface RestoreEntry<Summary> extends RestoredIncident {
  /** Undefined while its declaration is not among what this library has. */
  readonly summary: Summary | undefined;
  /** Contradictions that stand in it now; none when nothing came. */
  readonly conflicts: number;
}

export interface RestoreReport<Summary> {
  readonly incidents: readonly RestoreEntry<Summary>[];
  readonly playbook: RestoredLibrary['playbook'];
  /** Nothing of these files was taken in. */
  readonly damaged: readonly LeftFile[];
}

/** Carrying incidents between libraries. */
export interface Places<Summary> {
  /** Writes these incidents, or (null) all with the playbook, as a zip file; on the disk once it is answered. */
  bundle(incidents: readonly IncidentId[] | null, path: string): Promise<Result<WrittenBundle, Refusal>>;
  /**
   * Merges a bundle, or the library in a folder. A damaged bundle is refused with the code `bundle.damaged` unless
   * `whatIsWhole` is set: then what is whole is taken in.
   */
  restore(path: string, whatIsWhole: boolean): Promise<Result<RestoreReport<Summary>, Refusal>>;
  /** Makes a folder that a person chose the mirror of this library; its path, which may be a folder inside. */
  beginMirror(chosen: string): Promise<Result<string, Refusal>>;
}

export interface PlacesDeps<Summary> extends RestoreDeps {
  readonly now: () => Instant;
  /** Reads the playbook in force anew; a lost one that has a good copy is in its place after that. */
  readonly refreshPlaybook: () => Promise<void>;
  /** Reads an incident anew. */
  readonly look: (incident: IncidentId) => { readonly summary: Summary | undefined; readonly conflicts: number };
  /** These incidents have files that were not there. */
  readonly onTakenIn: (incidents: readonly IncidentId[]) => Promise<void>;
}

/** A zip file that is larger cannot be held in memory. */
const largestBundleBytes = 2 * 1024 ** 3;

export const createPlaces = <Summary>(deps: PlacesDeps<Summary>): Places<Summary> => {
  const { files, folder, newToken } = deps;
  return {
    bundle: async (incidents, path) => {
      if (incidents?.some((id) => folder.folderOf(id) === null))
        return refuse('incident.unknown', 'There is no such incident in this library.');
      try {
        if (liesInRecord(files, folder.path, path)) return refuse('bundle.not-written', inTheRecord(path));
        return ok(await writeBundle({ files, newToken, now: deps.now(), library: folder.path, incidents, path }));
      } catch (error) {
        return refuse('bundle.not-written', `${path} was not written: ${reasonOf(error)}. Choose another place.`);
      }
    },
    restore: async (path, whatIsWhole) => {
      try {
        const found = await findGiven(files, folder.path, path);
        if (!found.ok) return found;
        const { given, damaged } = found.value;
        if (damaged.length > 0 && !whatIsWhole) return err(damagedRefusal(path, damaged));
        // The one of this library counts, also where its file was lost under this run.
        await deps.refreshPlaybook();
        const restored = await restoreLibrary(deps, given);
        const changed = restored.incidents.filter(({ records, files: others }) => records + others > 0);
        await deps.onTakenIn(changed.map(({ id }) => id));
        const toEntry = (incident: RestoredIncident): RestoreEntry<Summary> => {
          const { summary, conflicts } = deps.look(incident.id);
          return { ...incident, summary, conflicts: incident.records > 0 ? conflicts : 0 };
        };
        return ok({ incidents: restored.incidents.map(toEntry), playbook: restored.playbook, damaged });
      } catch (error) {
        const sentence = `It stopped: ${reasonOf(error)}. What came in before that is kept. Mend that, then restore it again.`;
        return refuse('restore.stopped', sentence);
      }
    },
    beginMirror: async (chosen) => {
      const begun = await beginMirror(files, folder.path, chosen, newToken);
      return begun.ok ? begun : refuse('mirror.refused', begun.error);
    },
  };
};

const inTheRecord = (path: string) =>
  `${path} was not written: it lies in the library, where it could replace a part of the record. Choose a place outside.`;

const findGiven = async (files: FileLayer, own: string, path: string): Promise<Result<ReadBundle, Refusal>> => {
  const facts = files.stat(path);
  if (!facts) return refuse('restore.nothing', `There is nothing at ${path}.`);
  if (facts.isFolder) {
    if (resolve(path) === own) return refuse('restore.itself', `${path} is this library itself.`);
    if (!files.stat(join(path, 'incidents')) && !files.stat(join(path, 'library.json')))
      return refuse('restore.no-library', `${path} is no library: it has no folder "incidents".`);
    return ok({ given: readLibraryAt(files, path), damaged: [] });
  }
  if (facts.size > largestBundleBytes)
    return refuse('bundle.unusable', `${path} is too large to be read in one piece. Unpack it and restore the folder.`);
  const read = await readBundle(Buffer.from(files.readFile(path)));
  return read.ok ? read : refuse('bundle.unusable', `${path} was not used. ${read.error}`);
};

const shownDamage = 3;

const damagedRefusal = (path: string, damaged: readonly LeftFile[]): Refusal => {
  const shown = damaged.slice(0, shownDamage).map(({ name, why }) => `${name}: ${why}.`);
  const more = damaged.length > shownDamage ? ` And ${damaged.length - shownDamage} more.` : '';
  const count = damaged.length === 1 ? 'One file' : `${damaged.length} files`;
  return {
    code: 'bundle.damaged',
    message: `Nothing was taken in. ${count} in ${path} cannot be used. ${shown.join(' ')}${more}`,
  };
};

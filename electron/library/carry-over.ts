import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import { addFile } from './durable-file.ts';
import { openLibraryFolder } from './library-folder.ts';
import type { PlaybookCopies } from './playbook-copies.ts';
import { toStorageFailure } from './storage-failure.ts';
import { type TakingDeps, takeInJournals } from './take-in-journals.ts';

/** One incident as this run holds it in memory. */
export interface HeldIncident<Playbook> {
  readonly id: IncidentId;
  /** As in the name of its folder: another name would be a second folder where both libraries are copied together. */
  readonly day: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The one it carries. */
  readonly playbook: Playbook;
}

export interface CarryDeps<Playbook> extends TakingDeps {
  readonly newId: () => string;
  readonly copies: PlaybookCopies<Playbook>;
}

/**
 * Writes incidents into the library in `folder`, and a playbook where it has none. What is there stays. The folder may
 * be missing, its parent not; it becomes a library when it is none.
 */
export const carryOver = async <Playbook>(
  deps: CarryDeps<Playbook>,
  folder: string,
  incidents: Iterable<HeldIncident<Playbook>>,
  playbook: Playbook,
): Promise<Result<null, Refusal>> => {
  const { files, newToken } = deps;
  const target = openLibraryFolder({ ...deps, path: folder, mayCreateParents: false });
  const refused = await target.probe();
  if (refused) return err(withWayOut(folder, refused));
  try {
    await addFile(files, join(target.path, 'playbook.json'), toJson(playbook), newToken());
    for (const incident of incidents) {
      const home = await target.ensureIncident(incident.id, incident.day);
      await deps.copies.keep(home, incident.playbook);
      const given = [...incident.files].map(([name, bytes]) => ({ name, bytes }));
      const here = { incident: incident.id, folder: join(home, 'journal'), isOwn: () => false, mayBeNewer: true };
      await takeInJournals(deps, { ...here, whenBusy: 'beside' }, given);
    }
    return ok(null);
  } catch (error) {
    return err(withWayOut(folder, toStorageFailure(error)));
  }
};

/** Sentences about the library speak of where it is; here the folder is one that was only tried. */
const withWayOut = (folder: string, { code, message }: Refusal): Refusal => ({
  code,
  message: `${folder} cannot be used: ${whyNot[code] ?? message} Choose another folder.`,
});
const whyNot: Readonly<Record<string, string>> = {
  'storage.full': 'its disk is full, too.',
  'storage.quota': 'your share of that disk is used up.',
  'storage.read-only': 'it is read-only.',
  'storage.denied': 'you may not write there.',
  'storage.gone': 'no folder is there.',
  'storage.error': 'its disk reported an error.',
};

const toJson = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

import { z } from 'zod';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Author } from '../../shared/record/commit.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import { commandId, incidentId, shortText, text } from '../../shared/record/schema.ts';
import type { LibraryReply } from '../library/protocol.ts';
import { toReply } from './incident-requests.ts';
import type { LibraryClient } from './library-client.ts';
import type { MirrorFollower } from './mirror-follower.ts';
import type { RequestRouter } from './requests.ts';

interface ResidueRequestDeps {
  readonly library: LibraryClient;
  readonly deleteInMirror: MirrorFollower['deleteCopies'];
  /** Who types on this device at this moment. */
  readonly author: () => Author;
}

/** Files that still hold redacted text: the library process finds and deletes them, that of the mirror their copies. */
export const handleResidueRequests = (
  router: RequestRouter,
  { library, author, deleteInMirror }: ResidueRequestDeps,
): void => {
  router.handle('residue:find', z.object({ incident: incidentId, words: text }), async (payload) =>
    toReply(await library.request('residue:find', payload)),
  );
  router.handle(
    'residue:delete',
    z.object({ id: commandId, incident: incidentId, path: shortText, zone: shortText }),
    async (payload) =>
      toReply(
        await deleteOnBothSides(await library.request('residue:delete', { ...payload, by: author() }), deleteInMirror),
      ),
  );
};

/** After the library has answered: what it has deleted goes from the mirror too, or a sentence says that it may be there. */
export const deleteOnBothSides = async (
  deleted: LibraryReply<'residue:delete'>,
  deleteInMirror: MirrorFollower['deleteCopies'],
): Promise<Result<{ readonly stillInMirror: string | null }, Refusal>> => {
  // Gone already: by another run, or by a process that died before it said what was in the file.
  if (!deleted.ok && deleted.error.code !== 'residue.gone') return deleted;
  const stillInMirror = await deleteInMirror(deleted.ok ? deleted.value.file : null);
  const failure = deleted.ok ? notOnTimeline(deleted.value.notNoted) : deleted.error;
  if (failure === null) return ok({ stillInMirror });
  return err({ ...failure, message: [failure.message, stillInMirror ?? ''].join(' ').trim() });
};

const notOnTimeline = (why: Refusal | null): Refusal | null =>
  why && { code: why.code, message: `The file is deleted, but that is not on the timeline: ${why.message}` };

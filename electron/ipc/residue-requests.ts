import { z } from 'zod';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Author } from '../../shared/record/commit.ts';
import { commandId, incidentId, shortText, text } from '../../shared/record/schema.ts';
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
    async (payload) => {
      const deleted = await library.request('residue:delete', { ...payload, by: author() });
      if (!deleted.ok) return toReply(deleted);
      const { file, notNoted } = deleted.value;
      const stillInMirror = await deleteInMirror(file);
      if (notNoted === null) return ok({ stillInMirror });
      const gone = `The file is deleted, but that is not on the timeline: ${notNoted.message}`;
      return toReply(err({ code: notNoted.code, message: [gone, stillInMirror ?? ''].join(' ').trim() }));
    },
  );
};

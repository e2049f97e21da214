import { z } from 'zod';
import type { Author } from '../../shared/record/commit.ts';
import { commandId, incidentId, shortText, text } from '../../shared/record/schema.ts';
import { toReply } from './incident-requests.ts';
import type { LibraryClient } from './library-client.ts';
import type { RequestRouter } from './requests.ts';

interface ResidueRequestDeps {
  readonly library: LibraryClient;
  /** Who types on this device at this moment. */
  readonly author: () => Author;
}

/** Files that still hold redacted text: the library process finds and deletes them. */
export const handleResidueRequests = (router: RequestRouter, { library, author }: ResidueRequestDeps): void => {
  router.handle('residue:find', z.object({ incident: incidentId, words: text }), async (payload) =>
    toReply(await library.request('residue:find', payload)),
  );
  router.handle(
    'residue:delete',
    z.object({ id: commandId, incident: incidentId, path: shortText, zone: shortText }),
    async (payload) => toReply(await library.request('residue:delete', { ...payload, by: author() })),
  );
};

import { z } from 'zod';
import type { CommandRequest } from '../../shared/incident/command.ts';
import type { RequestFailure } from '../../shared/ipc/contract.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Author } from '../../shared/record/commit.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import { commandId, incidentId, shortText } from '../../shared/record/schema.ts';
import { draftPrefix } from '../library/protocol.ts';
import type { LibraryClient } from './library-client.ts';
import type { OpenIncidents } from './open-incidents.ts';
import type { RequestRouter } from './requests.ts';

interface IncidentRequestDeps {
  readonly library: LibraryClient;
  readonly incidents: OpenIncidents;
  /** Who types on this device at this moment. */
  readonly author: () => Author;
}

/** The command itself is parsed by the library process, which knows its schema; here only its envelope is. */
const request = z.object({
  id: commandId,
  incident: incidentId,
  command: z.looseObject({ type: z.string() }),
}) as unknown as z.ZodType<CommandRequest>;
const incident = z.object({ incident: incidentId });
/** Null: of the library itself. */
const draftOwner = z.object({ incident: incidentId.nullable() });
const draft = draftOwner.extend({ key: shortText, text: z.string().max(1_000_000) });

/** Answers what windows ask of incidents, drafts and the playbook: everything the library process keeps. */
export const handleIncidentRequests = (
  router: RequestRouter,
  { library, incidents, author }: IncidentRequestDeps,
): void => {
  router.handle('library:last-seen', z.null(), async () => toReply(await library.request('list:last-seen', null)));
  router.handle('library:list', z.null(), async () => toReply(await library.request('list', null)));
  router.handle('incident:open', incident, async (payload, { contentsId }) =>
    toReply(await incidents.show(contentsId, payload.incident, () => library.request('open', payload))),
  );
  router.handle('incident:close', incident, (payload, { contentsId }) => {
    incidents.leave(contentsId, payload.incident);
    return ok(null);
  });
  router.handle(
    'incident:execute',
    z.object({ request, zone: shortText }),
    async ({ request: { id, incident: where, command }, zone }) =>
      toReply(await library.request('execute', { id, incident: where, command, zone, by: author() })),
  );
  router.handle('incident:verify', incident, async (payload) => toReply(await library.request('verify', payload)));
  router.handle('drafts:list', draftOwner, async (payload) => {
    const reply = await library.request('drafts:list', null);
    if (!reply.ok) return toReply(reply);
    const prefix = draftPrefix(payload.incident);
    return ok(
      reply.value
        .filter(({ key }) => key.startsWith(prefix))
        .map(({ key, text, savedAt, isOrphan }) => ({
          key: key.slice(prefix.length),
          text,
          savedAt,
          orphan: isOrphan,
        })),
    );
  });
  router.handle('drafts:save', draft, async ({ incident: where, key, text }) =>
    toReply(await library.request('drafts:save', { key: `${draftPrefix(where)}${key}`, text })),
  );
  router.handle('playbook:read', z.null(), async () => toReply(await library.request('playbook:read', null)));
};

/** Rules speak of refusals, windows of failures: the same sentence. */
export const toReply = <Value>(reply: Result<Value, Refusal>): Result<Value, RequestFailure> =>
  reply.ok ? reply : err(toFailure(reply.error));

const toFailure = ({ code, message, field, moments }: Refusal): RequestFailure => ({
  code,
  sentence: message,
  ...(field === undefined ? {} : { field }),
  ...(moments === undefined ? {} : { moments }),
});

import { ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import type { HoldfastLibrary } from './holdfast-library.ts';
import type { ExecuteRequest } from './library.ts';
import type { Deletion } from './protocol.ts';

/**
 * Deletes a file that holds redacted text, then says so on the timeline. Never by the name of an export: it is made of
 * the incident's key, which may be the very text that was redacted; evidence is named by its digest.
 */
export const deleteAndNote = async (
  library: HoldfastLibrary,
  { path, ...request }: Omit<ExecuteRequest, 'command'> & { readonly path: string },
): Promise<Result<Deletion, Refusal>> => {
  const deleted = await library.deleteResidue(request.incident, path);
  if (!deleted.ok) return deleted;
  const text = `Deleted because it held, or may have held, redacted text: ${whatItWas(path)}.`;
  const command = { type: 'RecordEntry', kind: 'system', source: 'system', text };
  const noted = await library.execute({ ...request, command });
  return ok({
    file: deleted.value && { incident: request.incident, ...deleted.value },
    notNoted: noted.ok ? null : noted.error,
  });
};

const whatItWas = (path: string): string => {
  const [, digest, extension] = /^evidence\/([0-9a-f]{64})(\.\w{1,10})?$/.exec(path) ?? [];
  if (digest !== undefined) return `the evidence file ${digest.slice(0, 12)}${extension ?? ''}`;
  const kind = /\.(\w{1,10})$/.exec(path)?.[1];
  const where = path.startsWith('evidence/') ? 'evidence file' : 'export';
  return kind === undefined ? `an ${where}` : `an ${where} (${kind})`;
};

import type { Result } from '../../shared/kernel/result.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { type FoundResidue, type RequestFailure, type Residue, request } from '../bridge/bridge.ts';
import { appStore } from './app-store.ts';

export type { FoundResidue, Residue };

/** Files that still hold redacted text, or one of `words`, which are kept nowhere. */
export const findResidue = (incident: IncidentId, words: string): Promise<Result<FoundResidue, RequestFailure>> =>
  request('residue:find', { incident, words });

/** Deletes one of them for good, also in the mirror; the timeline says so. */
export const deleteResidue = (
  incident: IncidentId,
  path: string,
): Promise<Result<{ readonly stillInMirror: string | null }, RequestFailure>> =>
  request('residue:delete', {
    id: crypto.randomUUID() as CommandId,
    incident,
    path,
    zone: appStore.getState().info?.zone ?? 'UTC',
  });

import type { Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { type RequestFailure, request, type Verification } from '../bridge/bridge.ts';

export type VerifiedChains = Verification['chains'];
export type Verified = Result<Verification, RequestFailure>;

/** Has the library process read every file of an incident anew. */
export const verifyIncident = (incident: IncidentId): Promise<Verified> => request('incident:verify', { incident });

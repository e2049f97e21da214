import type {
  AppInfo,
  ContactsImport,
  GlobalKeyId,
  GlobalKeys,
  GlobalKeysState,
  PushChannel,
  PushPayload,
  RequestChannel,
  RequestFailure,
  RequestPayload,
  RequestReply,
} from '../../shared/ipc/contract.ts';
import type { ExportReport } from '../../shared/ipc/export-report.ts';
import type { Draft, IncidentPage, JournalProblem, Recorded, Verification } from '../../shared/ipc/incident-page.ts';
import type { MirrorStatus } from '../../shared/ipc/library-status.ts';
import type { RestoreReport } from '../../shared/ipc/places-contract.ts';
import type { FoundResidue, Residue } from '../../shared/ipc/residue.ts';

export type {
  AppInfo,
  ContactsImport,
  Draft,
  ExportReport,
  FoundResidue,
  GlobalKeyId,
  GlobalKeys,
  GlobalKeysState,
  IncidentPage,
  JournalProblem,
  MirrorStatus,
  Recorded,
  RequestFailure,
  Residue,
  RestoreReport,
  Verification,
};

/** Asks the main process. Never rejects: a lost connection is a failure like any other. */
export const request = async <C extends RequestChannel>(
  channel: C,
  payload: RequestPayload<C>,
): Promise<RequestReply<C>> => {
  try {
    return await window.bridge.request(channel, payload);
  } catch {
    return {
      ok: false,
      error: { code: 'bridge.broken', sentence: 'Holdfast did not answer. Your text is still here; try again.' },
    };
  }
};

/** Listens until the returned function is called. */
export const subscribe = <C extends PushChannel>(
  channel: C,
  listener: (payload: PushPayload<C>) => void,
): (() => void) => window.bridge.subscribe(channel, listener);

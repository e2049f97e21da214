import type { Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { ExportFormat } from '../../shared/review/export-formats.ts';
import { type ExportReport, type RequestFailure, request } from '../bridge/bridge.ts';
import { appStore, shownZone } from './app-store.ts';

export type { ExportReport };

/**
 * Writes the review into the incident's own folder for exports, or asks for another one first. `null` when the person
 * gave up there.
 */
export const exportReview = (
  incident: IncidentId,
  formats: readonly ExportFormat[],
  askFolder: boolean,
): Promise<Result<ExportReport | null, RequestFailure>> =>
  request('review:export', { incident, formats, askFolder, zone: shownZone(appStore.getState()) });

/** Opens the folder of the incident's exports in the file manager of this device. */
export const showExportFolder = (incident: IncidentId): Promise<Result<null, RequestFailure>> =>
  request('folder:show', { incident });

import { join } from 'node:path';
import { dialog, shell } from 'electron';
import { z } from 'zod';
import { err, ok } from '../../shared/kernel/result.ts';
import { incidentId, shortText } from '../../shared/record/schema.ts';
import { exportFormats } from '../../shared/review/export-formats.ts';
import { toReply } from './incident-requests.ts';
import type { RequestRouter } from './requests.ts';
import type { ReviewFilesDeps } from './review-files.ts';

const asked = z.object({
  incident: incidentId,
  formats: z.array(z.enum(exportFormats)).min(1),
  askFolder: z.boolean(),
  zone: shortText,
});

/** The review as files, never over another window's path. */
export const handleReviewRequests = (router: RequestRouter, deps: ReviewFilesDeps): void => {
  const { library } = deps;

  router.handle('review:export', asked, async ({ incident, formats, askFolder, zone }) => {
    const home = await library.request('folder', { incident });
    if (!home.ok) return toReply(home);
    const folder = askFolder ? await chooseFolder() : join(home.value, 'exports');
    if (folder === null) return ok(null);
    // Two thirds of main's code: no start waits for it, since nobody exports in its first seconds.
    const { writeReviewFiles } = await import('./review-files.ts');
    return writeReviewFiles({ incident, formats, zone, folder }, deps);
  });
  router.handle('folder:show', z.object({ incident: incidentId }), async ({ incident }) => {
    const home = await library.request('folder', { incident });
    if (!home.ok) return toReply(home);
    const problem = await shell.openPath(join(home.value, 'exports'));
    const sentence = `${home.value} cannot be opened: ${problem}.`;
    return problem === '' ? ok(null) : err({ code: 'export.folder', sentence });
  });
};

const chooseFolder = async (): Promise<string | null> => {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'Folder for the review',
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0] ?? null;
};

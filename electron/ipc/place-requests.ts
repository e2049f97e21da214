import { basename } from 'node:path';
import { dialog } from 'electron';
import { z } from 'zod';
import type { LibraryStatus } from '../../shared/ipc/library-status.ts';
import type { RestoreReport } from '../../shared/ipc/places-contract.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { incidentId } from '../../shared/record/schema.ts';
import { toReply } from './incident-requests.ts';
import type { LibraryClient } from './library-client.ts';
import type { RequestRouter } from './requests.ts';

interface PlaceRequestDeps {
  readonly library: LibraryClient;
  readonly now: () => Instant;
  readonly status: () => Promise<LibraryStatus>;
  /** Follows this folder from now on, also at the next start; null ends it. */
  readonly follow: (folder: string | null) => void;
  /** What lies there was taken in. */
  readonly onRestored: (path: string) => void;
}

export interface PlaceRequests {
  /** A bundle that the app was started with: kept until somebody says to restore it. Returns its name. */
  offer(path: string): string;
}

const bundles = [{ name: 'Holdfast bundle', extensions: ['zip'] }];

/** Bundles, restoring and the mirror. Paths are asked for here, never by a window. */
export const handlePlaceRequests = (router: RequestRouter, deps: PlaceRequestDeps): PlaceRequests => {
  const { library, now, status, follow, onRestored } = deps;
  /** What the next `restore:run` takes in. */
  let chosen: string | null = null;

  router.handle('bundle:save', z.object({ incident: incidentId.nullable() }), async ({ incident }) => {
    const { filePath } = await dialog.showSaveDialog({
      title: incident ? 'Bundle of this incident' : 'Bundle of the whole library',
      // No words of an incident: folders are synced and indexed.
      defaultPath: `holdfast-${now().slice(0, 10)}-${incident ? incident.slice(-6) : 'library'}.zip`,
      filters: bundles,
    });
    if (!filePath) return ok(null);
    const written = await library.request('bundle', { incidents: incident ? [incident] : null, path: filePath });
    if (!written.ok) return toReply(written);
    return ok({ path: filePath, incidents: written.value.incidents.length, left: written.value.left });
  });
  router.handle('restore:choose', z.object({ from: z.enum(['file', 'folder']) }), async ({ from }) => {
    const { filePaths } = await dialog.showOpenDialog(
      from === 'file'
        ? { title: 'Bundle to restore', properties: ['openFile'], filters: bundles }
        : { title: 'Library to merge', properties: ['openDirectory'] },
    );
    chosen = filePaths[0] ?? null;
    return ok(chosen === null ? null : basename(chosen));
  });
  router.handle('restore:run', z.object({ whatIsWhole: z.boolean() }), async ({ whatIsWhole }) => {
    if (chosen === null) return err({ code: 'restore.nothing', sentence: 'Choose a bundle or a folder first.' });
    const restored = await library.request('restore', { path: chosen, whatIsWhole });
    if (!restored.ok) return toReply(restored);
    onRestored(chosen);
    const { incidents, playbook, damaged } = restored.value;
    const report: RestoreReport = {
      incidents: incidents.map(({ summary, ...counts }) => ({
        ...counts,
        title: summary?.title ?? counts.id,
        ...(summary?.key === undefined ? {} : { key: summary.key }),
      })),
      playbook,
      damaged,
    };
    return ok(report);
  });
  router.handle('mirror:choose', z.null(), async () => {
    const { filePaths } = await dialog.showOpenDialog({
      title: 'Folder for the mirror, best on another disk',
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = filePaths;
    if (folder === undefined) return ok(null);
    const begun = await library.request('mirror:begin', { folder });
    if (!begun.ok) return toReply(begun);
    follow(begun.value);
    return ok(await status());
  });
  router.handle('mirror:stop', z.null(), async () => {
    follow(null);
    return ok(await status());
  });
  return {
    offer: (path) => {
      chosen = path;
      return basename(path);
    },
  };
};

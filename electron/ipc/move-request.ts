import { dialog } from 'electron';
import { z } from 'zod';
import type { Instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { LibraryConnection } from './connect-library.ts';
import { toReply } from './incident-requests.ts';
import type { RequestRouter } from './requests.ts';

/** The way out when the library's folder takes nothing any more: the record goes on in another one. */
export const handleMoveRequest = (
  router: RequestRouter,
  library: LibraryConnection,
  onMoved: (folder: string) => void,
): void => {
  router.handle('library:move', z.null(), async () => {
    const { filePaths } = await dialog.showOpenDialog({
      title: 'Folder to go on recording in',
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = filePaths;
    if (folder === undefined) return ok(null);
    const moved = await library.moveTo(folder);
    if (moved.ok) onMoved(folder);
    return toReply(moved);
  });
};

/** For whoever starts with the folder that was left: part of the record lies elsewhere. */
export const wentOnWords = ({ folder, at }: { readonly folder: string; readonly at: Instant }): string =>
  `On ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC this library could not be written, and the record went on in ${folder}. Merge it in: Ctrl K, "Restore or merge".`;

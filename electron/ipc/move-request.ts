import { dialog } from 'electron';
import { z } from 'zod';
import { ok } from '../../shared/kernel/result.ts';
import type { LibraryConnection } from './connect-library.ts';
import { toReply } from './incident-requests.ts';
import type { RequestRouter } from './requests.ts';

/** The way out when the library's folder takes nothing any more: the record goes on in another one. */
export const handleMoveRequest = (router: RequestRouter, library: LibraryConnection): void => {
  router.handle('library:move', z.null(), async () => {
    const { filePaths } = await dialog.showOpenDialog({
      title: 'Folder to go on recording in',
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = filePaths;
    return folder === undefined ? ok(null) : toReply(await library.moveTo(folder));
  });
};

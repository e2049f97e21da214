import { chmodSync, createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { open } from 'yauzl';

/**
 * Unpacks a zip with its modes.
 * @param place the path to write an entry to, undefined to leave it out
 */
export function unzip(archive: string, folder: string, place: (path: string) => string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    open(archive, { lazyEntries: true, strictFileNames: true }, (openError, zip) => {
      if (openError) return reject(openError);
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry) => {
        const path = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
        if (path === undefined) return zip.readEntry();
        zip.openReadStream(entry, (readError, stream) => {
          if (readError) return reject(readError);
          const target = join(folder, path);
          mkdirSync(dirname(target), { recursive: true });
          pipeline(stream, createWriteStream(target)).then(() => {
            chmodSync(target, (entry.externalFileAttributes >>> 16) & 0o777);
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}

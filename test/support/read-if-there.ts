import { readFileSync } from 'node:fs';

/** The bytes of a file in a folder that a running app changes; none when it has gone since the folder was listed. */
export const readIfThere = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
};

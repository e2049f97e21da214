import { readFile } from 'node:fs/promises';

/** True when the path holds anything but these bytes: somebody's work, or what cannot be read and so not be judged. */
export const holdsOtherBytes = async (path: string, bytes: Uint8Array): Promise<boolean> => {
  try {
    return !(await readFile(path)).equals(bytes);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};

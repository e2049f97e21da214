import { basename, dirname, join } from 'node:path';
import type { FileLayer } from './file-layer.ts';
import { StorageError } from './storage-failure.ts';

/**
 * Replaces a whole file so that after any crash either the old or the new content is there, never a part: write all,
 * flush, check the size, rename, flush the folder. The old file stays when anything fails.
 * @param token sets the temporary name apart from those of other processes
 * @throws what the file layer throws
 */
export const replaceFile = async (files: FileLayer, path: string, bytes: Uint8Array, token: string): Promise<void> => {
  await replaceFileIf(files, path, bytes, token, () => true);
};

/**
 * As `replaceFile`, where somebody else may use the file as well.
 * @param mayReplace asked at the last moment, with nothing awaited before the rename: false leaves everything as it is
 * @returns whether it was replaced
 */
export const replaceFileIf = async (
  files: FileLayer,
  path: string,
  bytes: Uint8Array,
  token: string,
  mayReplace: () => boolean,
): Promise<boolean> => (await publish(files, path, [bytes], token, mayReplace)) !== null;

/** As `replaceFile`, for content that is made piece by piece. @returns its size */
export const streamFile = async (
  files: FileLayer,
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  token: string,
): Promise<number> => (await publish(files, path, pieces, token, () => true)) ?? 0;

/** A new file, whole and durable; false when the name is taken: then nothing was changed. */
export const addFile = (files: FileLayer, path: string, bytes: Uint8Array, token: string): Promise<boolean> =>
  replaceFileIf(files, path, bytes, token, () => files.stat(path) === null);

/**
 * Adds to the end of a file that nobody else appends to, durably.
 * @param size of the file: when it has another one meanwhile nothing is written
 */
export const appendToFile = async (files: FileLayer, path: string, size: number, bytes: Uint8Array): Promise<void> => {
  const file = files.openFile(path);
  try {
    if (file.facts().size !== size) throw new StorageError('EBUSY', 'somebody else wrote into this file');
    writeAll(file, bytes);
    await file.flush();
    if (file.facts().size !== size + bytes.length) throw new StorageError('ENOSPC', 'fewer bytes on disk than written');
  } finally {
    file.close();
  }
};

const publish = async (
  files: FileLayer,
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  token: string,
  mayReplace: () => boolean,
): Promise<number | null> => {
  const temporary = join(dirname(path), `${shortened(basename(path))}.${token}.tmp`);
  const file = files.createFile(temporary);
  let size = 0;
  let isReplaced = false;
  try {
    try {
      for await (const piece of pieces) {
        writeAll(file, piece);
        size += piece.length;
      }
      await file.flush();
      // A nearly full disk takes less than it was given without an error; never publish that.
      if (file.facts().size !== size) throw new StorageError('ENOSPC', 'fewer bytes on disk than written');
    } finally {
      file.close();
    }
    isReplaced = mayReplace();
    if (isReplaced) files.rename(temporary, path);
    else files.remove(temporary);
  } catch (error) {
    removeQuietly(files, temporary);
    throw error;
  }
  await files.flushFolder(dirname(path));
  return isReplaced ? size : null;
};

/** File systems take 255 bytes or signs: a name that just fits must fit with the token behind it, too. */
const shortened = (name: string): string => (Buffer.byteLength(name) > 150 ? name.slice(0, 30) : name);

/** Makes `base/parts...` level by level, and each new name durable. `base` itself must be there. */
export const ensureFolder = async (files: FileLayer, base: string, parts: readonly string[]): Promise<string> => {
  if (!files.stat(base)?.isFolder) throw new StorageError('ENOENT', 'the library folder is gone');
  let path = base;
  for (const part of parts) {
    const parent = path;
    path = join(path, part);
    if (files.stat(path)) continue;
    try {
      files.makeFolder(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    await files.flushFolder(parent);
  }
  return path;
};

const writeAll = (file: ReturnType<FileLayer['createFile']>, bytes: Uint8Array) => {
  for (let written = 0; written < bytes.length; ) {
    const count = file.write(bytes.subarray(written));
    if (count === 0) throw new StorageError('ENOSPC', 'no byte was taken');
    written += count;
  }
};

const removeQuietly = (files: FileLayer, path: string) => {
  try {
    files.remove(path);
  } catch {
    // A left-over temporary file harms nothing; the failure that led here is the one to report.
  }
};

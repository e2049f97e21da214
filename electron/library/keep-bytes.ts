import type { AppendFile, FileLayer } from './file-layer.ts';

export interface KeptBytes {
  /** Does everything that the layer below does, and remembers what it read and appended. */
  readonly files: FileLayer;
  /** By path: each file as far as it was read or written through `files`. One that is gone from the disk stays. */
  contents(): ReadonlyMap<string, Uint8Array>;
}

/**
 * Remembers the bytes of files, so that they can be written elsewhere when their disk is gone: what was shown as
 * recorded must not depend on a stick that somebody pulled out. Costs as much memory as the files are long.
 */
export const keepBytes = (below: FileLayer): KeptBytes => {
  const chunksByPath = new Map<string, Uint8Array[]>();
  const contentOf = (path: string) => {
    const chunks = chunksByPath.get(path);
    if (!chunks) return undefined;
    const whole = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    chunksByPath.set(path, [whole]);
    return whole;
  };
  const keepWrites = (path: string, file: AppendFile): AppendFile => ({
    ...file,
    write: (bytes) => {
      const count = file.write(bytes);
      chunksByPath.get(path)?.push(bytes.subarray(0, count));
      return count;
    },
  });

  return {
    contents: () => new Map([...chunksByPath.keys()].map((path) => [path, contentOf(path) ?? new Uint8Array()])),
    files: {
      ...below,
      createFile: (path) => {
        const file = below.createFile(path);
        chunksByPath.set(path, []);
        return keepWrites(path, file);
      },
      openFile: (path) => keepWrites(path, below.openFile(path)),
      readFile: (path, from = 0, length) => {
        const bytes = below.readFile(path, from, length);
        // Somebody looks at a part of it again.
        if (length !== undefined) return bytes;
        const before = from === 0 ? undefined : contentOf(path)?.subarray(0, from);
        chunksByPath.set(path, before ? [before, bytes] : [bytes]);
        return bytes;
      },
      rename: (from, to) => {
        below.rename(from, to);
        const moved = chunksByPath.get(from);
        chunksByPath.delete(from);
        if (moved) chunksByPath.set(to, moved);
      },
      remove: (path) => {
        below.remove(path);
        chunksByPath.delete(path);
      },
    },
  };
};

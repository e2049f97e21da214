import type { AppendFile, FileLayer } from '../../electron/library/file-layer.ts';

export interface FaultyFiles {
  readonly files: FileLayer;
  /** Share of the calls that fail while it is set. */
  rate: number;
  faults(): number;
}

const codes = ['ENOSPC', 'EIO', 'EROFS', 'EDQUOT', 'EACCES'] as const;

/**
 * A file layer that fails now and then: with an error, with fewer bytes than given, and, for whole files that are
 * replaced, with fewer bytes on the disk than it says.
 */
export const createFaultyFiles = (inner: FileLayer, random: () => number): FaultyFiles => {
  let count = 0;
  const strikes = () => {
    if (random() >= faulty.rate) return false;
    count += 1;
    return true;
  };
  const mayFail = (what: string) => {
    if (!strikes()) return;
    const code = codes[Math.floor(random() * codes.length)] ?? 'EIO';
    throw Object.assign(new Error(`${code}: ${what}`), { code });
  };
  const faultyFile = (file: AppendFile, path: string): AppendFile => ({
    ...file,
    write: (bytes) => {
      mayFail('write');
      if (!strikes()) return file.write(bytes);
      const taken = file.write(bytes.subarray(0, Math.floor(random() * bytes.length)));
      return path.endsWith('.tmp') && random() < 0.5 ? bytes.length : taken;
    },
    flush: async () => {
      mayFail('flush');
      await file.flush();
    },
  });
  const faulty: FaultyFiles = {
    rate: 0,
    faults: () => count,
    files: {
      ...inner,
      createFile: (path) => {
        mayFail('create');
        return faultyFile(inner.createFile(path), path);
      },
      openFile: (path) => {
        mayFail('open');
        return faultyFile(inner.openFile(path), path);
      },
      flushFile: async (path) => {
        mayFail('flush');
        await inner.flushFile(path);
      },
      flushFolder: async (path) => {
        mayFail('flush');
        await inner.flushFolder(path);
      },
      rename: (from, to) => {
        mayFail('rename');
        inner.rename(from, to);
      },
      makeFolder: (path) => {
        mayFail('make folder');
        inner.makeFolder(path);
      },
    },
  };
  return faulty;
};

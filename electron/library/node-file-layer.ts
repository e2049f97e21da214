import fs from 'node:fs';
import type { AppendFile, FileFacts, FileLayer } from './file-layer.ts';
import { StorageError } from './storage-failure.ts';

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR } = fs.constants;
/** Opening a pipe to read waits for somebody who writes, without this; Windows has neither. */
const O_NONBLOCK = fs.constants.O_NONBLOCK ?? 0;
/** Network shares and some sticks report no changes, or report that they will and do not. */
const pollMs = 900;
/** Windows cannot open folders; its file system journals names by itself. */
const noFolderFlush = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP']);

/** The real file system. */
export const createNodeFileLayer = (platform: NodeJS.Platform = process.platform): FileLayer => ({
  createFile: (path) => toAppendFile(fs.openSync(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND, 0o600)),
  openFile: (path) => toAppendFile(fs.openSync(path, O_RDWR | O_APPEND)),
  readFile: (path, from = 0, length = Number.POSITIVE_INFINITY) =>
    withOpenFile(path, (fd) =>
      from === 0 && length === Number.POSITIVE_INFINITY ? fs.readFileSync(fd) : readFrom(fd, from, length),
    ),
  // Windows flushes only what was opened to write; elsewhere a disk that may only be read has nothing to flush.
  flushFile: (path) => flushAndClose(fs.openSync(path, platform === 'win32' ? 'r+' : 'r')),
  flushFolder: async (path) => {
    try {
      await flushAndClose(fs.openSync(path, 'r'), fs.fsync);
    } catch (error) {
      const isExpected = platform === 'win32' && noFolderFlush.has((error as NodeJS.ErrnoException).code ?? '');
      if (!isExpected) throw error;
    }
  },
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.unlinkSync(path),
  makeFolder: (path) => fs.mkdirSync(path, { mode: 0o700 }),
  list: (path) => fs.readdirSync(path).sort(),
  stat: (path) => {
    const found = fs.statSync(path, { throwIfNoEntry: false });
    return found ? toFacts(found) : null;
  },
  watch: (folder, onChange) => {
    const poll = setInterval(onChange, pollMs);
    poll.unref();
    const watcher = tryWatch(folder, onChange);
    return () => {
      clearInterval(poll);
      watcher?.close();
    };
  },
});

const toAppendFile = (fd: number): AppendFile => ({
  identity: toFacts(fs.fstatSync(fd)).identity,
  write: (bytes) => fs.writeSync(fd, bytes),
  flush: () => flushFd(fd, fs.fdatasync),
  facts: () => toFacts(fs.fstatSync(fd)),
  close: () => fs.closeSync(fd),
});

type Flush = (fd: number, done: (error: Error | null) => void) => void;

// The callback form: the promise form costs a fifth of a whole append on a fast disk.
const flushFd = (fd: number, flush: Flush) =>
  new Promise<void>((resolve, reject) => flush(fd, (error) => (error ? reject(error) : resolve())));

const flushAndClose = async (fd: number, flush: Flush = fs.fdatasync) => {
  try {
    await flushFd(fd, flush);
  } finally {
    fs.closeSync(fd);
  }
};

/** A pipe or a device under the name of a file would be waited for, or read, for ever. */
const withOpenFile = (path: string, use: (fd: number) => Uint8Array): Uint8Array => {
  const fd = fs.openSync(path, O_RDONLY | O_NONBLOCK);
  try {
    const stats = fs.fstatSync(fd);
    if (!stats.isFile() && !stats.isDirectory()) throw new StorageError('EINVAL', `${path} is a pipe or a device`);
    return use(fd);
  } finally {
    fs.closeSync(fd);
  }
};

const readFrom = (fd: number, from: number, length: number): Uint8Array => {
  const bytes = Buffer.alloc(Math.min(length, Math.max(0, fs.fstatSync(fd).size - from)));
  let filled = 0;
  while (filled < bytes.length) {
    const count = fs.readSync(fd, bytes, filled, bytes.length - filled, from + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
};

const tryWatch = (folder: string, onChange: () => void): fs.FSWatcher | null => {
  try {
    const watcher = fs.watch(folder, { persistent: false }, onChange);
    // A watcher that fails later (a stick pulled out) leaves the polling, which then says what is wrong.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
};

const toFacts = (stats: fs.Stats): FileFacts => ({
  identity: `${stats.dev}:${stats.ino}`,
  size: stats.size,
  modifiedMs: stats.mtimeMs,
  isFolder: stats.isDirectory(),
});

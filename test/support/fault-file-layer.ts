import { basename, dirname } from 'node:path';
import type { AppendFile, FileFacts, FileLayer } from '../../electron/library/file-layer.ts';

export type FileCall =
  | 'createFile'
  | 'openFile'
  | 'write'
  | 'flush'
  | 'readFile'
  | 'flushFile'
  | 'flushFolder'
  | 'rename'
  | 'remove'
  | 'makeFolder'
  | 'list'
  | 'stat';

/** What a call does instead of its work: throw an error with this code, or (writes only) take so many bytes. */
export type Fault = { readonly code: string } | { readonly short: number };

/** What of the unflushed bytes and names survives a power cut. */
export interface CrashMode {
  readonly bytes: 'lost' | 'kept' | 'half' | 'zeroed';
  readonly names: 'lost' | 'kept';
}
export const crashModes: readonly CrashMode[] = (['lost', 'kept', 'half', 'zeroed'] as const).flatMap((bytes) =>
  (['lost', 'kept'] as const).map((names) => ({ bytes, names })),
);

export interface FileNode {
  readonly kind: 'file';
  readonly id: number;
  bytes: Uint8Array;
  durable: Uint8Array;
  modifiedMs: number;
}
export interface FolderNode {
  readonly kind: 'folder';
  readonly id: number;
  entries: Map<string, Inode>;
  durable: Map<string, Inode>;
}
export type Inode = FileNode | FolderNode;

/** A file system in memory that counts its calls, fails where it is told to, and knows what a power cut would leave. */
export interface FaultFileLayer extends FileLayer {
  /** Called before each call takes effect, with its number from 0: a fault returned replaces it. */
  onCall: ((call: FileCall, index: number, path: string) => Fault | undefined) | null;
  readonly callCount: () => number;
  /** While set, flushes wait for it. */
  holdFlushes: Promise<void> | null;
  /** The disk as it would be after a power cut now. */
  crash(mode: CrashMode): FaultFileLayer;
  nowMs: number;
  /** Every file there is, whatever its name. */
  everyFile(): Iterable<{ readonly path: string; readonly bytes: Uint8Array }>;
}

/** Flushes wait from now on, until what is returned is called. */
export const holdFlushes = (files: Pick<FaultFileLayer, 'holdFlushes'>): (() => void) => {
  let release = () => {};
  files.holdFlushes = new Promise((resolve) => {
    release = () => {
      files.holdFlushes = null;
      resolve();
    };
  });
  return release;
};

export const createFaultFileLayer = (root: Inode = newFolder()): FaultFileLayer => {
  let calls = 0;
  const watchers = new Map<string, Set<() => void>>();

  const count = (call: FileCall, path: string): Fault | undefined => {
    const fault = layer.onCall?.(call, calls, path);
    calls += 1;
    if (fault && 'code' in fault) throw fsError(fault.code, `${call} ${path}`);
    return fault;
  };
  const find = (path: string): Inode | undefined => {
    let node: Inode | undefined = root;
    for (const name of path.split('/').filter(Boolean))
      node = node?.kind === 'folder' ? node.entries.get(name) : undefined;
    return node;
  };
  const folderAt = (path: string): FolderNode => {
    const node = find(path);
    if (node?.kind !== 'folder') throw fsError('ENOENT', path);
    return node;
  };
  const fileAt = (path: string): FileNode => {
    const node = find(path);
    if (node?.kind !== 'file') throw fsError('ENOENT', path);
    return node;
  };
  const changed = (folder: string) => {
    for (const onChange of watchers.get(folder) ?? []) queueMicrotask(onChange);
  };
  const toFile = (node: FileNode, path: string): AppendFile => ({
    identity: String(node.id),
    write: (bytes) => {
      const fault = count('write', path);
      const taken = fault && 'short' in fault ? Math.min(fault.short, bytes.length) : bytes.length;
      node.bytes = Buffer.concat([node.bytes, bytes.subarray(0, taken)]);
      node.modifiedMs = layer.nowMs;
      changed(dirname(path));
      return taken;
    },
    flush: async () => {
      await layer.holdFlushes;
      count('flush', path);
      node.durable = node.bytes;
    },
    facts: () => toFacts(node),
    close: () => {},
  });

  const layer: FaultFileLayer = {
    onCall: null,
    callCount: () => calls,
    holdFlushes: null,
    nowMs: 0,
    everyFile: () => filesIn(root, ''),
    crash: (mode) => createFaultFileLayer(afterCrash(root, mode)),
    createFile: (path) => {
      count('createFile', path);
      const folder = folderAt(dirname(path));
      if (folder.entries.has(basename(path))) throw fsError('EEXIST', path);
      const node: FileNode = { kind: 'file', id: nextId(), bytes: empty, durable: empty, modifiedMs: layer.nowMs };
      folder.entries.set(basename(path), node);
      changed(dirname(path));
      return toFile(node, path);
    },
    openFile: (path) => {
      count('openFile', path);
      return toFile(fileAt(path), path);
    },
    readFile: (path, from = 0, length = Number.POSITIVE_INFINITY) => {
      count('readFile', path);
      return fileAt(path).bytes.subarray(from, from + length);
    },
    flushFile: async (path) => {
      count('flushFile', path);
      const node = fileAt(path);
      node.durable = node.bytes;
    },
    flushFolder: async (path) => {
      count('flushFolder', path);
      const node = folderAt(path);
      node.durable = new Map(node.entries);
    },
    rename: (from, to) => {
      count('rename', to);
      const node = find(from);
      if (!node) throw fsError('ENOENT', from);
      folderAt(dirname(from)).entries.delete(basename(from));
      folderAt(dirname(to)).entries.set(basename(to), node);
      changed(dirname(to));
    },
    remove: (path) => {
      count('remove', path);
      fileAt(path);
      folderAt(dirname(path)).entries.delete(basename(path));
      changed(dirname(path));
    },
    makeFolder: (path) => {
      count('makeFolder', path);
      const folder = folderAt(dirname(path));
      if (folder.entries.has(basename(path))) throw fsError('EEXIST', path);
      folder.entries.set(basename(path), newFolder());
    },
    list: (path) => {
      count('list', path);
      return [...folderAt(path).entries.keys()].sort();
    },
    stat: (path) => {
      count('stat', path);
      const node = find(path);
      return node ? toFacts(node) : null;
    },
    watch: (folder, onChange) => {
      const set = watchers.get(folder) ?? new Set();
      watchers.set(folder, set.add(onChange));
      return () => set.delete(onChange);
    },
  };
  return layer;
};

const empty = new Uint8Array();
let lastId = 0;
const nextId = () => {
  lastId += 1;
  return lastId;
};
const newFolder = (entries = new Map<string, Inode>()): FolderNode => ({
  kind: 'folder',
  id: nextId(),
  entries,
  durable: new Map(entries),
});

const toFacts = (node: Inode): FileFacts => ({
  identity: String(node.id),
  size: node.kind === 'file' ? node.bytes.length : 0,
  modifiedMs: node.kind === 'file' ? node.modifiedMs : 0,
  isFolder: node.kind === 'folder',
});

function* filesIn(node: Inode, path: string): Generator<{ readonly path: string; readonly bytes: Uint8Array }> {
  if (node.kind === 'file') yield { path, bytes: node.bytes };
  else for (const [name, child] of node.entries) yield* filesIn(child, `${path}/${name}`);
}

const afterCrash = (node: Inode, mode: CrashMode): Inode => {
  if (node.kind === 'file') {
    const bytes = survivingBytes(node, mode);
    return { ...node, bytes, durable: bytes };
  }
  const names = mode.names === 'kept' ? node.entries : node.durable;
  return newFolder(new Map([...names].map(([name, child]) => [name, afterCrash(child, mode)])));
};

const survivingBytes = ({ bytes, durable }: FileNode, mode: CrashMode): Uint8Array => {
  const unflushed = bytes.length - durable.length;
  if (mode.bytes === 'lost') return durable;
  if (mode.bytes === 'half') return bytes.subarray(0, durable.length + (unflushed >> 1));
  // A file can have grown before its blocks were written.
  if (mode.bytes === 'zeroed') return Buffer.concat([durable, new Uint8Array(unflushed)]);
  return bytes;
};

const fsError = (code: string, what: string) => Object.assign(new Error(`${code}: ${what}`), { code });

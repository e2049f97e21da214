/**
 * The file system as the library needs it: small, so that a test can make every call fail. All calls throw the errors
 * of Node (`code`: ENOSPC, EIO, ...). Only flushes are asynchronous: they alone may take seconds on a slow stick.
 */
export interface FileLayer {
  /** A new file for appending, mode 0600. Throws EEXIST when the name is taken. */
  createFile(path: string): AppendFile;
  /** An existing file for appending. */
  openFile(path: string): AppendFile;
  /** The bytes from `from` to the end, or at most so many. Throws for what is no file: a folder, a pipe, a device. */
  readFile(path: string, from?: number, length?: number): Uint8Array;
  /** Makes what anybody wrote into that file durable. */
  flushFile(path: string): Promise<void>;
  /** Makes new, renamed and removed names in that folder durable. */
  flushFolder(path: string): Promise<void>;
  /** Replaces `to` when it exists. */
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** One level, mode 0700. Throws EEXIST when the name is taken. */
  makeFolder(path: string): void;
  /** Names in a folder, sorted. */
  list(path: string): readonly string[];
  /** Null when nothing is there. */
  stat(path: string): FileFacts | null;
  /** Calls `onChange` soon after something in the folder changed, at the latest within a second. Returns the end of it. */
  watch(folder: string, onChange: () => void): () => void;
}

export interface AppendFile {
  /** As in `FileFacts`; an open file keeps it whatever becomes of its name. */
  readonly identity: string;
  /** How many of the bytes were taken: fewer than given when the disk is nearly full, without an error. */
  write(bytes: Uint8Array): number;
  flush(): Promise<void>;
  facts(): FileFacts;
  close(): void;
}

export interface FileFacts {
  /** Tells one file from another that took its name. */
  readonly identity: string;
  readonly size: number;
  /** Ms since 1970 as the file system says; compares only with itself and, roughly, with this machine's clock. */
  readonly modifiedMs: number;
  readonly isFolder: boolean;
}

/** The same file with nothing written since, or nothing both times. */
export const isSameFile = (a: FileFacts | null, b: FileFacts | null): boolean =>
  a === null || b === null ? a === b : a.identity === b.identity && a.size === b.size && a.modifiedMs === b.modifiedMs;

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { type BundledFile, type BundleManifest, manifestName, parseManifest } from './bundle-manifest.ts';
import type { GivenIncident, GivenLibrary } from './given-library.ts';
import { parseIncidentFolder } from './library-folder.ts';
import { sha256 } from './sha256.ts';
import { isPartOfIncident } from './take-in-incident.ts';
import type { LeftFile } from './take-in-journals.ts';

export interface ReadBundle {
  /** Only what is whole. */
  readonly given: GivenLibrary;
  /** What is not as it was when the bundle was made. */
  readonly damaged: readonly LeftFile[];
}

export interface BundleCaps {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Unpacked over packed; counted from `freeBytes` on, since short texts of one sign pack very well. */
  readonly ratio: number;
  readonly freeBytes: number;
}

/** Far above what a library of many years holds, far below what fills a disk or a memory. */
const defaultCaps: BundleCaps = {
  entries: 100_000,
  entryBytes: 1024 ** 3,
  totalBytes: 16 * 1024 ** 3,
  ratio: 100,
  freeBytes: 1024 ** 2,
};

/**
 * Reads a bundle and compares every file in it with the list that was made with it. Nothing is unpacked to a disk: files
 * are read from the zip when they are taken in, one incident at a time. The error is a sentence about the bundle as a
 * whole, which is then not to be used at all.
 */
export const readBundle = async (bytes: Buffer, caps = defaultCaps): Promise<Result<ReadBundle, string>> => {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, autoClose: false });
  } catch {
    return err('It is no whole zip file: it ends too early, or it is something else. Copy it again.');
  }
  const entries = await listEntries(zip, caps);
  if (!entries.ok) return entries;
  const unpack = async (entry: Entry): Promise<Buffer> => readEntry(zip, entry, caps);
  const listed = entries.value.get(manifestName);
  if (!listed) return err(`It has no ${manifestName}, so Holdfast did not make it. Unpack it and restore the folder.`);
  const manifest = await unpack(listed).then(parseManifest, () => err('Its list of files is damaged. Copy it again.'));
  if (!manifest.ok) return manifest;

  const damaged: LeftFile[] = [];
  const whole = new Map<string, () => Promise<Uint8Array>>();
  for (const file of manifest.value.files) {
    const entry = entries.value.get(file.name);
    const read = async () => {
      if (!entry) throw new Error('it is missing');
      return compared(await unpack(entry), file);
    };
    try {
      await read();
      whole.set(file.name, read);
    } catch (error) {
      damaged.push({ name: file.name, why: reasonOf(error) });
    }
  }
  damaged.push(...surplusOf(entries.value.keys(), manifest.value));
  return ok({ given: toGiven(whole), damaged });
};

/** By name. Names that lead elsewhere, links, and two names that some system takes for one end it. */
const listEntries = async (zip: ZipFile, caps: BundleCaps): Promise<Result<ReadonlyMap<string, Entry>, string>> => {
  const entries = new Map<string, Entry>();
  const taken = new Set<string>();
  if (zip.entryCount > caps.entries) return err(`It holds ${zip.entryCount} files, more than any library.`);
  let total = 0;
  try {
    // yauzl itself refuses names that are absolute, lead upwards or hold a backslash.
    for await (const entry of zip.eachEntry()) {
      const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
      if (entry.fileName.endsWith('/')) continue;
      if (kind !== 0 && kind !== 0o100000) return err(`${entry.fileName} in it is a link, not a file.`);
      const folded = entry.fileName.normalize('NFC').toLowerCase();
      if (taken.has(folded)) return err(`Two files in it have the name ${entry.fileName}.`);
      taken.add(folded);
      total += entry.uncompressedSize;
      if (total > caps.totalBytes) return err('Unpacked it would be larger than any library.');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    return err(`Its directory cannot be used: ${reasonOf(error)}.`);
  }
  return ok(entries);
};

/** Counted while it is unpacked: what the zip says of sizes is only a claim. */
const readEntry = async (zip: ZipFile, entry: Entry, caps: BundleCaps): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    size += (piece as Buffer).length;
    if (size > caps.entryBytes) throw new Error('it is larger than any file of an incident');
    if (size > caps.freeBytes && size > entry.compressedSize * caps.ratio) throw new Error('it unpacks without end');
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
};

const compared = (bytes: Buffer, { size, sha256: expected }: BundledFile): Buffer => {
  if (bytes.length !== size) throw new Error(`it has ${bytes.length} bytes in place of ${size}`);
  if (sha256(bytes) !== expected) throw new Error('it is not as it was when the bundle was made');
  return bytes;
};

const surplusOf = (names: Iterable<string>, { files, unreadable }: BundleManifest): readonly LeftFile[] => {
  const known = new Set([manifestName, ...files.map(({ name }) => name)]);
  const lost = new Set(unreadable);
  return [...names]
    .filter((name) => !known.has(name))
    .map((name) => ({
      name,
      why: lost.has(name) ? 'it could not be read when the bundle was made' : 'the list of files does not name it',
    }));
};

const toGiven = (whole: ReadonlyMap<string, () => Promise<Uint8Array>>): GivenLibrary => {
  const byFolder = new Map<string, GivenIncident & { files: GivenIncident['files'][number][] }>();
  for (const [path, read] of whole) {
    const [root, folderName = '', ...rest] = path.split('/');
    const named = parseIncidentFolder(folderName);
    const name = rest.join('/');
    if (root !== 'incidents' || !named || !isPartOfIncident(name)) continue;
    const incident = byFolder.get(folderName) ?? { id: named.id, folderName, files: [], unlisted: [] };
    incident.files.push({ name, read });
    byFolder.set(folderName, incident);
  }
  return { incidents: [...byFolder.values()], playbook: whole.get('playbook.json') ?? null };
};

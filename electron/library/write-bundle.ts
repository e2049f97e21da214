import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type Instant, instantToMs } from '../../shared/kernel/instant.ts';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import type { EventId, IncidentId } from '../../shared/record/ids.ts';
import { redactedEvents } from '../../shared/record/verify-chain.ts';
import { blankBytes, noTexts } from './blank-bytes.ts';
import { type BundledFile, manifestName, toManifest } from './bundle-manifest.ts';
import { contentSums } from './content-sums.ts';
import { streamFile } from './durable-file.ts';
import type { FileLayer } from './file-layer.ts';
import { readLibraryAt } from './given-library.ts';
import { createJournalReader } from './journal-reader.ts';
import { readIdentity } from './library-folder.ts';
import { sha256 } from './sha256.ts';
import { isPartOfIncident } from './take-in-incident.ts';
import type { LeftFile } from './take-in-journals.ts';

export interface BundleOptions {
  readonly files: FileLayer;
  readonly newToken: () => string;
  readonly now: Instant;
  /** The library's folder. */
  readonly library: string;
  /** One incident; null is the whole library with its playbook. */
  readonly incidents: readonly IncidentId[] | null;
  /** Where the bundle goes; replaces what is there. */
  readonly path: string;
}

export interface WrittenBundle {
  readonly path: string;
  readonly incidents: readonly IncidentId[];
  readonly files: number;
  readonly bytes: number;
  /** Files that could not be read; everything else is in the bundle. */
  readonly left: readonly LeftFile[];
}

/**
 * Writes incidents as one zip file: each file once, as it is at the moment it is read, with every redacted text taken
 * out. Holds one file at a time; whole and durable once settled.
 * @throws what the file layer throws while writing
 */
export const writeBundle = async (options: BundleOptions): Promise<WrittenBundle> => {
  const { files, library, now, path } = options;
  const given = readLibraryAt(files, library);
  const chosen = given.incidents.filter(({ id }) => options.incidents?.includes(id) ?? true);
  const listed: BundledFile[] = [];
  const left: LeftFile[] = [];
  const zip = new ZipFile();
  const entry = { mtime: new Date(instantToMs(now)), mode: 0o100600 };

  /** Read only when it is its turn. One that cannot be read is an empty entry that the manifest does not list as whole. */
  const add = (name: string, read: () => Promise<Uint8Array>) =>
    zip.addReadStreamLazy(
      name,
      { ...entry, compress: !/^incidents\/[^/]+\/(evidence|exports)\//.test(name) },
      (use) => {
        const reading = read().then(
          (bytes) => {
            listed.push({ name, size: bytes.length, sha256: sha256(bytes) });
            return bytes;
          },
          (error: unknown) => {
            left.push({ name, why: reasonOf(error) });
            return new Uint8Array();
          },
        );
        void reading.then((bytes) => use(null, Readable.from([bytes], { objectMode: false })));
      },
    );

  for (const { id, folderName, files: parts, unlisted } of chosen) {
    left.push(...unlisted.map(({ name, why }) => ({ name: `incidents/${folderName}/${name}`, why })));
    // An incident may have two folders, and its redaction lies in one of them.
    const homes = chosen.filter((each) => each.id === id).map((each) => join(library, 'incidents', each.folderName));
    const redacted = onlyOnce(
      () => new Set(homes.flatMap((home) => [...redactedIn(files, join(home, 'journal'), id)])),
    );
    for (const { name, read } of parts.filter((part) => isPartOfIncident(part.name)))
      add(`incidents/${folderName}/${name}`, async () => {
        const bytes = Buffer.from(await read());
        return name.startsWith('journal/')
          ? (blankBytes(bytes, { events: redacted(), texts: noTexts }, contentSums) ?? bytes)
          : bytes;
      });
  }
  if (options.incidents === null && given.playbook) add('playbook.json', given.playbook);
  zip.addReadStreamLazy(manifestName, entry, (use) => {
    const incidents = chosen.map(({ id }) => id);
    const id = readIdentity(files, join(library, 'library.json'))?.id ?? null;
    const unreadable = left.map(({ name }) => name);
    use(null, Readable.from([toManifest({ library: id, madeAt: now, incidents, files: listed, unreadable })]));
  });
  zip.end();
  // A disk that fails ends the reading of the zip, which goes on making it for a moment.
  zip.outputStream.on('error', () => {});
  const bytes = await streamFile(files, path, zip.outputStream as AsyncIterable<Uint8Array>, options.newToken());
  return { path, incidents: chosen.map(({ id }) => id), files: listed.length, bytes, left };
};

/** A run that is alive may not have blanked its file yet; a copy that leaves the house must not carry the text. */
const redactedIn = (files: FileLayer, folder: string, incident: IncidentId): ReadonlySet<EventId> =>
  redactedEvents(
    createJournalReader({ files, folder: () => folder, incident, sums: contentSums }).read(new Set()).commits,
  );

const onlyOnce = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

import { ZipFile } from 'yazl';
import { toManifest } from '../../electron/library/bundle-manifest.ts';
import { sha256 } from '../../electron/library/sha256.ts';
import { start } from './journal-builders.ts';
import { incidentA } from './memory-library.ts';

/** A zip file of these entries, byte by byte as asked, for readers that must not trust what they are given. */
export const zipOf = async (
  entries: Readonly<Record<string, Uint8Array | string>>,
  mode = 0o100600,
): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name, { mode });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
};

/** The manifest that names these files, with a change. */
export const manifestOf = (files: Readonly<Record<string, Uint8Array | string>>, change: object = {}): Buffer => {
  const listed = Object.entries(files).map(([name, content]) => ({
    name,
    size: Buffer.byteLength(Buffer.from(content)),
    sha256: sha256(Buffer.from(content)),
  }));
  const content = { library: 'L', madeAt: start, incidents: [incidentA], files: listed, unreadable: [] };
  return toManifest({ ...content, ...change });
};

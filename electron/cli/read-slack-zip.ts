import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { ForeignFile } from '../../shared/intake/documents.ts';
import { byText } from '../../shared/kernel/by-text.ts';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { decodeText } from '../decode-text.ts';

/** The people, and every day of every channel: `general/2026-03-02.json`, also in a folder. */
const wanted = /(?:^|\/)(?:(?:org_)?users|[^/]+\/\d{4}-\d{2}-\d{2})\.json$/;

/**
 * The day files and the people in the zip of a Slack export; everything else in it is passed over. Nothing is unpacked to
 * a disk. The error is a sentence: no zip, not one of Slack, or more than `maxBytes` unpacked.
 */
export const readSlackZip = async (
  bytes: Buffer,
  maxBytes: number,
): Promise<Result<readonly ForeignFile[], string>> => {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  } catch {
    return err('it is no whole zip file. Copy it again, or unpack it and import one day file.');
  }
  const files: ForeignFile[] = [];
  let left = maxBytes;
  try {
    for await (const entry of zip.eachEntry()) {
      if (!wanted.test(entry.fileName)) continue;
      const content = await readEntry(zip, entry, left);
      if (content === undefined)
        return err(
          `unpacked it has over ${maxBytes / 1024 ** 2} MB. Unpack it and import the day files of the incident.`,
        );
      left -= content.length;
      const [name, text] = [entry.fileName, decodeText(content)];
      files.push({ name, inside: name, text: text ?? '', ...(text === undefined ? { fault: 'it is no text' } : {}) });
    }
  } catch (error) {
    return err(`it cannot be unpacked (${reasonOf(error)}). Copy it again.`);
  } finally {
    zip.close();
  }
  if (files.length === 0) return err('it is no Slack export: no CHANNEL/YYYY-MM-DD.json is in it.');
  // The directory of a zip is in no order that means anything.
  return ok(files.toSorted(byText(({ name }) => name)));
};

/** Counted while it is unpacked: what the zip says of sizes is only a claim. Undefined when it is more than `most`. */
const readEntry = async (zip: ZipFile, entry: Entry, most: number): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    size += (piece as Buffer).length;
    if (size > most) return undefined;
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
};

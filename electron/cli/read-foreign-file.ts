import { basename, resolve } from 'node:path';
import type { ForeignFile } from '../../shared/intake/documents.ts';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { ok } from '../../shared/kernel/result.ts';
import { decodeText } from '../decode-text.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, refused } from './failure.ts';
import { readSlackZip } from './read-slack-zip.ts';

/** Far above the export of one incident, far below what fills the memory. */
export const maxImportBytes = 64 * 1024 ** 2;

export interface ForeignImport {
  readonly name: string;
  readonly files: readonly ForeignFile[];
}

/** The texts in a file that others made. Refuses what cannot be read, is too large, or is no text. */
export const readForeignFile = async (
  { files, workingFolder }: Pick<CommandLineWorld, 'files' | 'workingFolder'>,
  path: string,
): Promise<Outcome<ForeignImport>> => {
  const bytes = readBytes(files, resolve(workingFolder, path), path);
  if (!bytes.ok) return bytes;
  const name = basename(path);
  if (isZip(bytes.value)) {
    const unpacked = await readSlackZip(bytes.value, maxImportBytes);
    return unpacked.ok ? ok({ name, files: unpacked.value }) : refused(`${name}: ${unpacked.error}`);
  }
  const text = decodeText(bytes.value);
  if (text === undefined) return refused(`${name} is no text. Import the export itself: JSON, CSV, Markdown or a log.`);
  if (text.trim() === '') return refused(`${name} is empty.`);
  return ok({ name, files: [{ name: path, text }] });
};

const readBytes = (files: CommandLineWorld['files'], absolute: string, path: string): Outcome<Buffer> => {
  try {
    const found = files.stat(absolute);
    if (!found) return refused(`There is no file ${path}. Check the path.`);
    if (found.isFolder) return refused(`${path} is a folder. Name one file; of a Slack export the zip.`);
    if (found.size > maxImportBytes)
      return refused(
        `${path} has ${inMegabytes(found.size)} MB, an import at most ${inMegabytes(maxImportBytes)}. Export a shorter time.`,
      );
    return ok(Buffer.from(files.readFile(absolute)));
  } catch (error) {
    return refused(`${path} cannot be read: ${reasonOf(error)}.`);
  }
};

const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));
const inMegabytes = (bytes: number) => Math.ceil(bytes / 1024 ** 2);

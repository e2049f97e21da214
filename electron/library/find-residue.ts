import { join } from 'node:path';
import { type Instant, msToInstant } from '../../shared/kernel/instant.ts';
import type { FileLayer } from './file-layer.ts';
import type { KnownRedactions } from './redaction-memory.ts';
import { holdsOneOf, type Sought, seekTexts } from './seek-text.ts';

/** A file of an incident that holds, or may hold, text that was redacted. */
export interface Residue {
  /** From the incident's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** When it was last written, as the file system says. */
  readonly madeAt: Instant;
  /**
   * `holds`: the text was found in it. `unreadable`: made before the redaction, and nobody can look into it.
   * `made-before`: made before the redaction, whose text nobody knows any more.
   */
  readonly why: 'holds' | 'unreadable' | 'made-before';
  /** True for exports and evidence. Everything else is part of the record, or not ours to judge. */
  readonly canDelete: boolean;
}

/** Looking into more would hold up what waits for the disk; such a file counts as unreadable. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Every file below `folder` (that of one incident, here or in a copy of the library) that is a residue. Journals are
 * searched for lines too damaged to be rewritten; the playbook is not: its words are no entry's.
 */
export const findResidue = (files: FileLayer, folder: string, search: KnownRedactions): readonly Residue[] =>
  filesBelow(files, folder, '').flatMap((path) => {
    const residue = /^playbook-[^/]*$/.test(path) ? null : judge(files, folder, path, search);
    return residue === null ? [] : [residue];
  });

/** Exports and evidence lie in folders of their own; nothing else may be deleted. */
export const isDeletableResidue = (path: string): boolean =>
  /^(exports|evidence)(\/[^/\\]+)+$/.test(path) && !path.split('/').some((part) => part === '..' || part === '.');

const judge = (
  files: FileLayer,
  folder: string,
  path: string,
  { texts, lastAt, lastUnknownAt }: KnownRedactions,
): Residue | null => {
  const facts = statIfPossible(files, join(folder, path));
  if (!facts) return null;
  const canDelete = isDeletableResidue(path);
  const madeAt = msToInstant(Math.max(0, Math.floor(facts.modifiedMs)));
  const isBefore = (redactedAt: Instant | null) => canDelete && redactedAt !== null && madeAt <= redactedAt;
  const toResidue = (why: Residue['why']): Residue => ({ path, bytes: facts.size, madeAt, why, canDelete });
  const found = texts.length === 0 ? 'not-found' : seekIn(files, folder, path, facts.size, texts);
  if (found === 'found') return toResidue('holds');
  if (isBefore(lastUnknownAt)) return toResidue('made-before');
  return found === 'unreadable' && isBefore(lastAt) ? toResidue('unreadable') : null;
};

const seekIn = (files: FileLayer, folder: string, path: string, bytes: number, texts: readonly string[]): Sought => {
  if (holdsOneOf(path, texts)) return 'found';
  if (bytes > mostBytes) return 'unreadable';
  try {
    return seekTexts(files.readFile(join(folder, path)), texts);
  } catch {
    // A bad sector in one file must not keep the others from being looked into.
    return 'unreadable';
  }
};

const statIfPossible = (files: FileLayer, path: string) => {
  try {
    return files.stat(path);
  } catch {
    return null;
  }
};

const filesBelow = (files: FileLayer, root: string, path: string): readonly string[] => {
  const folder = path === '' ? root : join(root, path);
  if (!files.stat(folder)) return [];
  return files.list(folder).flatMap((name) => {
    const inner = path === '' ? name : `${path}/${name}`;
    return statIfPossible(files, join(root, inner))?.isFolder ? filesBelow(files, root, inner) : [inner];
  });
};

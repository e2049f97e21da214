import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import type { FoundResidue, Residue } from '../../state/residue.ts';

/** Why a file is listed, in a sentence. */
export const whyListed = ({ path, why, canDelete }: Residue, { lastUnknownAt }: FoundResidue, zone: string): string => {
  switch (why) {
    case 'holds':
      return canDelete ? 'It holds the text.' : inTheRecord(path);
    case 'unreadable':
      return 'It may hold the text: it was made before the redaction, and nobody can look into it.';
    case 'made-before': {
      const when =
        lastUnknownAt === null ? '' : ` of ${formatDate(lastUnknownAt, zone)} ${formatClock(lastUnknownAt, zone)}`;
      return `It may hold redacted text: it was made before the redaction${when}, whose words nobody knows any more.`;
    }
  }
};

const inTheRecord = (path: string): string =>
  path.startsWith('journal/')
    ? 'The record says the same in another place: redact that entry too, or the line is too damaged to be rewritten.'
    : 'It holds the text, and it is none of the files that can be deleted here.';

/** `34 kB`: cut, at least 1. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.floor(bytes / 1_000))} kB` : `${Math.floor(bytes / 1_000_000)} MB`;

export const countWords = ({ files }: FoundResidue): string => {
  if (files.length === 0) return 'No file of this incident holds redacted text any more, as far as can be seen.';
  return files.length === 1 ? 'One file to look at.' : `${files.length} files to look at.`;
};

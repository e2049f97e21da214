import { contentSums } from '../../electron/library/content-sums.ts';
import {
  type JournalSource,
  type ReadPosition,
  readJournalBytes,
  startOfFile,
} from '../../electron/library/journal-bytes.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import { createFaultFileLayer, type FaultFileLayer } from './fault-file-layer.ts';
import { playVocabulary, vocabularyIncident } from './play-vocabulary.ts';

/** One line of a journal as its bytes lie there, with what reading needs to begin at it. */
export interface JournalLine {
  readonly start: number;
  /** Of its line feed. */
  readonly end: number;
  readonly from: ReadPosition;
  /** None for the header. */
  readonly commit: LoadedCommit | undefined;
}

export interface VocabularyJournal {
  /** The whole library that it lies in. */
  readonly files: FaultFileLayer;
  readonly folder: string;
  readonly path: string;
  readonly bytes: Buffer;
  readonly source: JournalSource;
  readonly lines: readonly JournalLine[];
  readonly commits: readonly LoadedCommit[];
}

/** The longest journal of the story in which everything happens that can be recorded. */
export const makeVocabularyJournal = async (): Promise<VocabularyJournal> => {
  const files = createFaultFileLayer();
  const folder = '/data/library';
  await playVocabulary(files, folder);
  const [incident = ''] = files.list(`${folder}/incidents`);
  const journals = `${folder}/incidents/${incident}/journal`;
  const sizeOf = (name: string) => files.stat(`${journals}/${name}`)?.size ?? 0;
  const [file = ''] = files.list(journals).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const bytes = Buffer.from(files.readFile(`${journals}/${file}`));
  const source = { file, incident: vocabularyIncident, sums: contentSums };
  const lines = toLines(bytes, source);
  const commits = lines.flatMap(({ commit }) => commit ?? []);
  return { files, folder, path: `${journals}/${file}`, bytes, source, lines, commits };
};

const toLines = (bytes: Buffer, source: JournalSource): readonly JournalLine[] => {
  const lines: JournalLine[] = [];
  let from = startOfFile;
  while (from.offset < bytes.length) {
    const end = bytes.indexOf(10, from.offset);
    const { commits, position } = readJournalBytes(bytes.subarray(from.offset, end + 1), source, from);
    lines.push({ start: from.offset, end, from, commit: commits[0] });
    from = position;
  }
  return lines;
};

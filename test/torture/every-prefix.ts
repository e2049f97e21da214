import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalNews } from '../../electron/library/journal.ts';
import { readJournalBytes } from '../../electron/library/journal-bytes.ts';
import { createJournalReader } from '../../electron/library/journal-reader.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import type { VocabularyJournal } from '../support/vocabulary-journal.ts';
import { enoughLosses, type Row } from './row.ts';

/**
 * Every truncation of a journal at every byte: all whole lines are there, what is left of a torn one is reported with its
 * text. In memory each reading goes on from the last intact line; `everyPrefixOfFile` opens from the start.
 */
export const everyPrefix = ({ bytes, source, lines, commits }: VocabularyJournal): Row => {
  Error.stackTraceLimit = 0;
  const losses: string[] = [];
  for (const { start, end, from, commit } of lines) {
    if (losses.length >= enoughLosses) break;
    for (let length = start; length <= end + 1; length += 1) {
      const piece = bytes.subarray(start, length);
      const reading = readJournalBytes(piece, source, from);
      const problems = [...reading.problems, ...reading.tailProblems];
      const isWhole = length >= end;
      const isEmpty = length === start;
      const [problem] = problems;
      const isReported = isWhole
        ? problems.length === 0
        : isEmpty
          ? problems.length === (length === 0 ? 1 : 0)
          : problems.length === 1 && problem?.kind === 'torn-tail' && problem.text === piece.toString('utf8');
      const found = reading.commits.map(({ sum }) => sum).join();
      if (found !== (isWhole ? (commit?.sum ?? '') : '')) losses.push(`cut at byte ${length}: the wrong lines count`);
      if (!isReported) losses.push(`cut at byte ${length}: ${problem?.message ?? 'the torn line is not reported'}`);
    }
  }
  return {
    name: 'every prefix, in memory',
    rounds: bytes.length,
    acknowledged: commits.length,
    faults: bytes.length,
    losses,
  };
};

/** The same through real files, opened from their start: at each line boundary and one byte to either side of it. */
export const everyPrefixOfFile = ({ bytes, source, lines, commits }: VocabularyJournal): Row => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-torture-prefix-'));
  const path = join(folder, source.file);
  const losses: string[] = [];
  let rounds = 0;
  try {
    writeFileSync(path, bytes);
    // From the end to the start, so that the file is only ever cut.
    for (const { end } of lines.toReversed()) {
      for (const length of [end + 1, end, end - 1]) {
        truncateSync(path, length);
        rounds += 1;
        const whole = lines.filter((line) => line.end <= length).flatMap(({ commit }) => commit?.sum ?? []);
        const news = openFromStart(folder, source);
        const kinds = news.problems.map(({ kind }) => kind).join();
        if (news.commits.map(({ sum }) => sum).join() !== whole.join())
          losses.push(`file of ${length} bytes: the wrong lines count`);
        if (kinds !== (length < end ? 'torn-tail' : '')) losses.push(`file of ${length} bytes: reported as "${kinds}"`);
      }
    }
    return { name: 'every prefix, real files', rounds, acknowledged: commits.length, faults: rounds, losses };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const openFromStart = (folder: string, source: VocabularyJournal['source']): JournalNews =>
  createJournalReader({ ...source, files: createNodeFileLayer(), folder: () => folder }).read(new Set());

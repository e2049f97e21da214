import { readJournalBytes } from '../../electron/library/journal-bytes.ts';
import { openWith } from '../../electron/library/open-piece.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { LineCheck } from '../../shared/record/line.ts';
import { vocabularyIncident } from '../support/play-vocabulary.ts';
import { openStoryLibrary } from '../support/story-library.ts';
import { minute } from '../support/story-step.ts';
import type { JournalLine, VocabularyJournal } from '../support/vocabulary-journal.ts';
import { enoughLosses, type Row } from './row.ts';

/**
 * Flips bits of every byte of a journal: each is reported, costs at most the line that it hit, and changes nothing that
 * is read. Read are the line that is hit and the one behind it; that reading then stands where it would without the flip
 * shows that nothing further on is touched.
 * @param bits of each byte, by its offset
 * @param check how the lines are read
 */
export const everyFlip = (
  { bytes, source: plain, lines, commits }: VocabularyJournal,
  bits: (offset: number) => readonly number[],
  check: LineCheck,
): Row => {
  const source = { ...plain, open: openWith(plain.sums, check) };
  // Two of three readings end in a JSON error, and its stack costs more than the reading.
  Error.stackTraceLimit = 0;
  const losses: string[] = [];
  const written = new Set(commits.map(textOf));
  let faults = 0;
  for (const [at, line] of lines.entries()) {
    if (losses.length >= enoughLosses) break;
    const behind = lines.slice(at + 1, at + 2);
    const next = lines[at + 2];
    const window = Buffer.from(bytes.subarray(line.start, (behind.at(-1) ?? line).end + 1));
    for (let offset = 0; offset <= line.end - line.start; offset += 1) {
      const kept = sumsOf(offset === line.end - line.start ? [line, ...behind] : behind);
      for (const bit of bits(line.start + offset)) {
        faults += 1;
        const old = window[offset] ?? 0;
        window[offset] = old ^ (1 << bit);
        const reading = readJournalBytes(window, source, line.from);
        window[offset] = old;
        const where = `bit ${bit} of byte ${line.start + offset}`;
        if (reading.problems.length + reading.tailProblems.length === 0) losses.push(`${where}: not found`);
        const sums = reading.commits.map(({ sum }) => sum);
        if (kept.some((sum) => !sums.includes(sum))) losses.push(`${where}: costs a line that it did not hit`);
        if (reading.commits.some((commit) => !kept.includes(commit.sum) && !written.has(textOf(commit))))
          losses.push(`${where}: changes a record`);
        if (next && (reading.position.prev !== next.from.prev || reading.position.seq !== next.from.seq))
          losses.push(`${where}: reading does not find its way back`);
      }
    }
  }
  return { name: `every flip, ${check} check`, rounds: bytes.length, acknowledged: commits.length, faults, losses };
};

/** One flip in each of these lines, through a library's own verify. */
export const flipsInLibrary = async (
  { files, folder, path, bytes, lines, commits }: VocabularyJournal,
  random: () => number,
  isTried: (line: number) => boolean,
): Promise<Row> => {
  const losses: string[] = [];
  const tried = lines.filter((_, index) => isTried(index) || index === lines.length - 1);
  for (const [round, { start, end }] of tried.entries()) {
    // The very last byte is the one that a careless reader forgets.
    const at = end === bytes.length - 1 ? end : start + Math.floor(random() * (end - start + 1));
    const broken = files.crash({ bytes: 'kept', names: 'kept' });
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    broken.remove(path);
    broken.createFile(path).write(flipped);
    const library = await openStoryLibrary(broken, { run: `flip-${round}`, folder, now: () => minute(600) });
    const verified = library.verify(vocabularyIncident);
    if (!verified.ok || verified.value.problems.length === 0) losses.push(`byte ${at}: verify finds nothing`);
    if (!library.stateOf(vocabularyIncident).ok) losses.push(`byte ${at}: the incident does not open`);
    await library.close();
  }
  return {
    name: 'flips, found by verify',
    rounds: tried.length,
    acknowledged: commits.length,
    faults: tried.length,
    losses,
  };
};

const sumsOf = (lines: readonly JournalLine[]) => lines.flatMap(({ commit }) => commit?.sum ?? []);
const textOf = (commit: LoadedCommit) => JSON.stringify(commit);

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { namesOf, openJournal } from '../support/journal-builders.ts';

/** What the writer of one round has said before it ended. */
export interface VictimSaid {
  /** Names of acknowledged commits, in order. */
  readonly recorded: readonly string[];
  /** Texts that were taken out. */
  readonly redacted: readonly string[];
}

interface VictimOptions {
  /** Bundled program of `journal-victim.ts`. */
  readonly victim: string;
  /** An existing folder for the library of the round. */
  readonly base: string;
  /** Different in each round. */
  readonly name: string;
  /** It is stopped when it has said so many lines. */
  readonly afterLines: number;
  readonly stop: (pid: number) => void;
  readonly preload?: string;
  /**
   * Counts only what was read before `stop` was called. The simulated power cut takes a moment, in which a flush may come
   * back without an error although its disk is gone already; behind a real one nobody is left to say anything.
   */
  readonly onlyBefore?: boolean;
}

/** Runs the bundled writer until it has acknowledged so many lines, then calls `stop`; returns all it has said. */
export const runVictim = async (options: VictimOptions): Promise<VictimSaid> => {
  const { victim, base, name, afterLines, stop, preload, onlyBefore = false } = options;
  const env = preload === undefined ? process.env : { ...process.env, LD_PRELOAD: preload };
  const child = spawn(process.execPath, [victim, base, journalFolderIn(base), name], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  let before = '';
  let isStopped = false;
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) {
    output += chunk;
    if (isStopped || output.split('\n').length <= afterLines) continue;
    isStopped = true;
    before = output;
    stop(child.pid ?? 0);
  }
  // The last line may be cut by the kill; an acknowledgement counts once it was said whole.
  const lines = (onlyBefore ? before : output).split('\n').slice(0, -1).filter(Boolean);
  return {
    recorded: lines.filter((line) => !line.startsWith('~')),
    redacted: lines.filter((line) => line.startsWith('~')).map((line) => line.slice(1)),
  };
};

const journalFolderIn = (base: string) => join(base, 'incident', 'journal');

/** A torn line, or a file without one, is what nobody was told of. */
const harmless = new Set(['torn-tail', 'empty']);

/** What is wrong with a journal folder against what its writers acknowledged; empty when nothing is. */
export const findLosses = (base: string, saidByRun: ReadonlyMap<string, VictimSaid>): readonly string[] => {
  const folder = journalFolderIn(base);
  const { commits, problems } = openJournal({ files: createNodeFileLayer(), base, folder }, 'reader').read();
  const kept = namesOf(commits);
  const losses = problems.filter(({ kind }) => !harmless.has(kind)).map(({ message }) => message);
  if (new Set(kept).size !== kept.length) losses.push('something is there twice');
  const keptByRun = groupByRun(kept);
  for (const [run, { recorded }] of saidByRun) {
    const ofRun = keptByRun.get(run) ?? [];
    const there = new Set(ofRun);
    const missing = recorded.filter((name) => !there.has(name));
    if (missing.length > 0)
      losses.push(
        `${run}: ${missing.length} of ${recorded.length} acknowledged are missing, the first is ${missing[0]}`,
      );
    else if (recorded.some((name, at) => ofRun[at] !== name))
      losses.push(`${run}: acknowledged lines are out of order`);
  }
  return [...losses, ...findTextsLeft(folder, saidByRun)];
};

const findTextsLeft = (folder: string, saidByRun: ReadonlyMap<string, VictimSaid>): readonly string[] => {
  const texts = [...saidByRun.values()].flatMap(({ redacted }) => redacted);
  if (texts.length === 0 || !existsSync(folder)) return [];
  const contents = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  // A text names its run, and a run its files.
  return texts.flatMap((text) => {
    const run = text.replace('note ', '').replace(/\..*/, '');
    const isLeft = contents.some(([name, content]) => name.startsWith(`${run}-`) && content.includes(`"${text}"`));
    return isLeft ? [`the text "${text}" was taken out and is still there`] : [];
  });
};

const groupByRun = (names: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const byRun = new Map<string, string[]>();
  for (const name of names) {
    const run = name.slice(0, name.indexOf('.'));
    const group = byRun.get(run);
    if (group) group.push(name);
    else byRun.set(run, [name]);
  }
  return byRun;
};

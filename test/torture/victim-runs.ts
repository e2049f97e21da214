import { spawn } from 'node:child_process';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { namesOf, openJournal } from '../support/journal-builders.ts';

/** Runs the bundled writer until it has acknowledged so many lines, then calls `stop`; returns all it acknowledged. */
export const runVictim = async (
  victim: string,
  [base, folder, name]: readonly [string, string, string],
  afterLines: number,
  stop: (pid: number) => void,
): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [victim, base, folder, name], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  let isStopped = false;
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) {
    output += chunk;
    if (isStopped || output.split('\n').length <= afterLines) continue;
    isStopped = true;
    stop(child.pid ?? 0);
  }
  // The last line may be cut by the kill; an acknowledgement counts once it was said whole. Refused ones say nothing.
  return output.split('\n').slice(0, -1).filter(Boolean);
};

/** What is wrong with a journal folder against what its writers acknowledged; empty when nothing is. */
export const findLosses = (
  base: string,
  folder: string,
  acknowledged: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  const { commits, problems } = openJournal({ files: createNodeFileLayer(), base, folder }, 'reader').read();
  const kept = namesOf(commits);
  const losses = problems.filter(({ kind }) => kind !== 'torn-tail').map(({ message }) => message);
  if (new Set(kept).size !== kept.length) losses.push('something is there twice');
  for (const [run, names] of acknowledged) {
    const ofRun = kept.filter((name) => name.startsWith(`${run}.`));
    const there = new Set(ofRun);
    const missing = names.filter((name) => !there.has(name));
    if (missing.length > 0)
      losses.push(`${run}: ${missing.length} of ${names.length} acknowledged are missing, the first is ${missing[0]}`);
    else if (names.some((name, at) => ofRun[at] !== name)) losses.push(`${run}: acknowledged lines are out of order`);
  }
  return losses;
};

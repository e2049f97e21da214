import { sha256 } from '../../electron/library/sha256.ts';
import { createCrashDisk } from '../support/crash-disk.ts';
import type { FaultFileLayer } from '../support/fault-file-layer.ts';
import { checkAfterCrash } from './model-check.ts';
import { type ModelWorkload, recordWorkload, type Said } from './model-workload.ts';
import { enoughLosses, type Row } from './row.ts';

interface ModelLimits {
  /** How many disks to look at for each moment of a cut, at most. */
  readonly statesEach: number;
  /** Looks at about this share of the moments, the same ones for the same seed. */
  readonly share: number;
  /** Goes through the workload again and again until then, each time with another sample. */
  readonly untilMs?: number;
}

/**
 * A power cut at every moment of a real workload, with every disk that it could leave behind: sectors that were not
 * flushed there, lost or zero, the end of the file anywhere, names that were not flushed there or not, in any
 * combination. Where these are too many, the two extremes and a sample by seed.
 */
export const powerCutModel = async (
  { statesEach, share, untilMs = 0 }: ModelLimits,
  random: () => number,
): Promise<Row> => {
  const workload = await recordWorkload();
  const losses: string[] = [];
  const seen = new Set<string>();
  let moments = 0;
  do {
    const said: Said[] = [];
    const disk = createCrashDisk(workload.root);
    for (const [index, step] of workload.steps.entries()) {
      disk.take(step);
      if (step.kind === 'note') said.push(step.note);
      if (random() >= share || losses.length >= enoughLosses) continue;
      moments += 1;
      for (const files of disk.states(statesEach, random)) {
        const print = fingerprintOf(files, said.length);
        if (seen.has(print)) continue;
        seen.add(print);
        const found = await checkAfterCrash(files, said, workload, seen.size);
        losses.push(...found.map((loss) => `cut behind step ${index} (${step.kind}): ${loss}`));
      }
    }
  } while (performance.now() < untilMs && losses.length < enoughLosses);
  return {
    name: 'power cut, model',
    rounds: seen.size,
    acknowledged: countRecorded(workload),
    faults: moments,
    losses,
  };
};

const countRecorded = ({ steps }: ModelWorkload) =>
  steps.filter((step) => step.kind === 'note' && step.note.kind === 'recorded').length;

const fingerprintOf = (files: FaultFileLayer, said: number): string => {
  const parts: string[] = [String(said)];
  for (const { path, bytes } of files.everyFile()) parts.push(path, Buffer.from(bytes).toString('latin1'));
  return sha256(parts.join('\n'));
};

import type { DiskStep, NameStep } from './crash-log.ts';
import { createFaultFileLayer, type FaultFileLayer, type Inode } from './fault-file-layer.ts';

/** What a disk holds for certain, and what may or may not be on it. */
export interface CrashDisk {
  /** The disk does one step more. */
  take(step: DiskStep<unknown>): void;
  /**
   * Files as a power cut at this moment could leave them: all of them when there are at most `limit`, else the two
   * extremes and a sample.
   */
  states(limit: number, random: () => number): Generator<FaultFileLayer>;
}

/** Disks write sectors of this size whole or not at all. */
const sectorBytes = 512;

interface Written {
  readonly bytes: Uint8Array;
  /** `doomed`: its flush failed, so the system forgot that it is not on the disk; no later flush writes it. */
  state: 'dirty' | 'durable' | 'doomed';
}
interface Names {
  /** Every change, the first `durable` of them for certain. */
  readonly steps: NameStep[];
  durable: number;
}
/** Picks one of so many possibilities; 0 is always the one in which something is lost. */
type Choose = (possibilities: number) => number;

export const createCrashDisk = (root: string): CrashDisk => {
  const files = new Map<string, Written[]>();
  const folders = new Map<string, Names>([[root, { steps: [], durable: 0 }]]);

  const take = (step: DiskStep<unknown>) => {
    switch (step.kind) {
      case 'add':
        if (step.isFolder) folders.set(step.node, { steps: [], durable: 0 });
        else files.set(step.node, []);
        folders.get(step.folder)?.steps.push(step);
        break;
      case 'rename':
      case 'remove':
        folders.get(step.folder)?.steps.push(step);
        break;
      case 'write':
        files.get(step.node)?.push({ bytes: step.bytes, state: 'dirty' });
        break;
      case 'flush':
        settle(files.get(step.node) ?? [], 'durable', step.size);
        break;
      case 'flush-failed':
        settle(files.get(step.node) ?? [], 'doomed', Number.POSITIVE_INFINITY);
        break;
      case 'flush-folder': {
        const names = folders.get(step.folder);
        if (names) names.durable = Math.max(names.durable, step.names);
        break;
      }
      case 'note':
        break;
    }
  };

  const materialise = (choose: Choose): FaultFileLayer => {
    const toNode = (node: string): Inode => {
      const names = folders.get(node);
      if (!names) {
        const bytes = survivingBytes(files.get(node) ?? [], choose);
        return { kind: 'file', id: Number(node), bytes, durable: bytes, modifiedMs: 0 };
      }
      const entries = new Map([...survivingNames(names, choose)].map(([name, child]) => [name, toNode(child)]));
      return { kind: 'folder', id: Number(node), entries, durable: new Map(entries) };
    };
    return createFaultFileLayer(toNode(root));
  };

  return {
    take,
    states: function* (limit, random) {
      const all = [...everyChoice(materialise, limit)];
      if (all.length <= limit) yield* all;
      else {
        yield materialise(() => 0);
        yield materialise((possibilities) => possibilities - 1);
        for (let sample = 2; sample < limit; sample += 1)
          yield materialise((possibilities) => Math.floor(random() * possibilities));
      }
    },
  };
};

/** Everything that choices can lead to, in the order of counting; stops one behind the limit. */
function* everyChoice<T>(make: (choose: Choose) => T, limit: number): Generator<T> {
  let chosen: number[] = [];
  for (let count = 0; count <= limit; count += 1) {
    const open: number[] = [];
    const made = make((possibilities) => {
      const at = open.length;
      open.push(possibilities);
      chosen[at] ??= 0;
      return chosen[at];
    });
    yield made;
    let last = open.length - 1;
    while (last >= 0 && (chosen[last] ?? 0) + 1 >= (open[last] ?? 0)) last -= 1;
    if (last < 0) return;
    chosen = [...chosen.slice(0, last), (chosen[last] ?? 0) + 1];
  }
}

const settle = (writes: readonly Written[], state: 'durable' | 'doomed', size: number) => {
  let end = 0;
  for (const written of writes) {
    end += written.bytes.length;
    if (written.state === 'dirty' && end <= size) written.state = state;
  }
};

/** Each sector that was not flushed holds its bytes or zeros; the file may end before any of the last ones. */
const survivingBytes = (writes: readonly Written[], choose: Choose): Uint8Array => {
  const whole = Buffer.concat(writes.map(({ bytes }) => bytes));
  const pieces: { start: number; end: number }[] = [];
  let [start, certainEnd] = [0, 0];
  for (const { bytes, state } of writes) {
    const end = start + bytes.length;
    if (state === 'durable') certainEnd = end;
    else
      for (let at = start; at < end; ) {
        const next = Math.min(end, (Math.floor(at / sectorBytes) + 1) * sectorBytes);
        pieces.push({ start: at, end: next });
        at = next;
      }
    start = end;
  }
  const ends = [certainEnd, ...pieces.filter((piece) => piece.end > certainEnd).map((piece) => piece.end)];
  const length = ends.length > 1 ? (ends[choose(ends.length)] ?? 0) : certainEnd;
  for (const piece of pieces) if (piece.start < length && choose(2) === 0) whole.fill(0, piece.start, piece.end);
  return whole.subarray(0, length);
};

/** Each change of a name that was not flushed happened or did not, whatever became of those before it. */
const survivingNames = ({ steps, durable }: Names, choose: Choose): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [index, step] of steps.entries()) {
    if (index >= durable && choose(2) === 0) continue;
    if (step.kind === 'rename') names.delete(step.from);
    if (step.kind === 'remove') names.delete(step.name);
    else names.set(step.name, step.node);
  }
  return names;
};

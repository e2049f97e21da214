import { describe, expect, it } from 'vitest';
import { createMirrorFollower } from '../../../electron/ipc/mirror-follower.ts';
import type { DeletedFile } from '../../../electron/library/delete-copies.ts';
import type { LookMessage, MirrorMessage } from '../../../electron/library/protocol.ts';
import { incidentA } from '../../support/memory-library.ts';

const [silentMs, startAgainMs, deletedWithinMs] = [10_000, 3_000, 5_000];
const gone = { incident: incidentA, bytes: 1, sha256: 'ab'.repeat(32) };
const inStep = { folder: '/m', kind: 'in-step', behind: 0, why: null } as const;

const aFollower = () => {
  const processes: {
    say: (message: MirrorMessage) => void;
    exit: () => void;
    isKilled: boolean;
    looks: LookMessage[];
  }[] = [];
  const timers = new Map<number, Set<() => void>>();
  let owed: Readonly<Record<string, readonly DeletedFile[]>> = {};
  let told = 0;
  const follower = createMirrorFollower({
    start: () => {
      const made = { say: (_: MirrorMessage) => {}, exit: () => {}, isKilled: false, looks: [] as LookMessage[] };
      processes.push(made);
      return {
        postMessage: (message) => {
          made.looks.push(message);
        },
        onMessage: (listener) => {
          made.say = listener;
        },
        onExit: (listener) => {
          made.exit = listener;
        },
        kill: () => {
          made.isKilled = true;
        },
      };
    },
    onStatus: () => {
      told += 1;
    },
    owed: {
      of: (folder) => owed[folder] ?? [],
      save: (folder, files) => {
        owed = { ...owed, [folder]: files };
      },
    },
    setTimer: (run, ms) => {
      const same = timers.get(ms) ?? new Set();
      timers.set(ms, same.add(run));
      return () => same.delete(run);
    },
  });
  /** Of one length: the length tells what is waited for. */
  const runTimers = (ms: number) => {
    for (const run of [...(timers.get(ms) ?? [])]) {
      timers.get(ms)?.delete(run);
      run();
    }
  };
  const hasTimer = () => [...timers.values()].some(({ size }) => size > 0);
  return { follower, processes, runTimers, hasTimer, told: () => told, owed: () => owed };
};

describe('the process of the mirror', () => {
  it('[MI13] what it says is the status; nothing is claimed before, and nothing runs while there is no mirror', () => {
    const { follower, processes, told } = aFollower();
    expect(follower.status()).toBeNull();
    follower.note();
    expect(processes).toHaveLength(0);
    follower.follow('/m');
    expect(follower.status()).toMatchObject({ kind: 'behind', behind: null });
    processes[0]?.say({ kind: 'state', state: inStep, deleted: [] });
    processes[0]?.say({ kind: 'state', state: inStep, deleted: [] });
    expect(follower.status()).toEqual(inStep);
    expect(told()).toBe(2);
    follower.note();
    expect(processes[0]?.looks).toEqual([[], []]);
    follower.follow(null);
    expect(processes[0]?.isKilled).toBe(true);
    expect(follower.status()).toBeNull();
  });

  it('[MI14] one that hangs is told as unreachable and started again, one that ends too', () => {
    const { follower, processes, runTimers, hasTimer } = aFollower();
    follower.follow('/m');
    processes[0]?.say({ kind: 'state', state: inStep, deleted: [] });
    runTimers(silentMs);
    expect(follower.status()).toMatchObject({ kind: 'unreachable', why: 'Its disk does not answer.' });
    expect(processes.map(({ isKilled }) => isKilled)).toEqual([true, false]);
    // The dead one may still say something.
    processes[0]?.say({ kind: 'state', state: inStep, deleted: [] });
    expect(follower.status()).toMatchObject({ kind: 'unreachable' });
    processes[1]?.exit();
    runTimers(startAgainMs);
    expect(processes).toHaveLength(3);
    follower.follow(null);
    expect(hasTimer()).toBe(false);
  });
});

describe('a file that was deleted for good while there is a mirror', () => {
  it('[MI21] is told to the process at once, and is no longer owed once that has deleted the copy', async () => {
    const { follower, processes, hasTimer, owed } = aFollower();
    expect(await follower.deleteCopies(gone)).toBeNull();
    follower.follow('/m');
    processes[0]?.say({ kind: 'state', state: inStep, deleted: [] });
    const deleting = follower.deleteCopies(gone);
    expect(processes[0]?.looks.at(-1)).toEqual([gone]);
    // A look that began before.
    processes[0]?.say({ kind: 'state', state: inStep, deleted: [] });
    expect(owed()).toEqual({ '/m': [gone] });
    processes[0]?.say({ kind: 'state', state: inStep, deleted: [structuredClone(gone)] });
    expect(await deleting).toBeNull();
    expect(owed()).toEqual({ '/m': [] });
    follower.follow(null);
    expect(hasTimer()).toBe(false);
  });

  it('[MI21] is owed and told where the mirror is away or slow, and told again to each new process', async () => {
    const { follower, processes, runTimers, owed } = aFollower();
    follower.follow('/m');
    const deleting = follower.deleteCopies(gone);
    runTimers(deletedWithinMs);
    expect(await deleting).toMatch(/^Deleted in the library\. Its copy in the mirror \/m is not deleted yet/);
    processes[0]?.say({ kind: 'state', state: { ...inStep, kind: 'unreachable', why: 'Gone.' }, deleted: [] });
    const another = { ...gone, sha256: 'cd'.repeat(32) };
    expect(await follower.deleteCopies(another)).toContain('is not deleted yet');
    follower.note();
    expect(processes[0]?.looks.at(-1)).toEqual([gone, another]);
    follower.follow('/other');
    expect(processes[1]?.looks).toEqual([[]]);
    follower.follow('/m');
    expect(processes[2]?.looks).toEqual([[gone, another]]);
    processes[2]?.say({ kind: 'state', state: inStep, deleted: [gone] });
    expect(owed()['/m']).toEqual([another]);
  });

  it('[MI21] that could not be read is told, as nothing says what its copy is', async () => {
    const { follower, owed } = aFollower();
    follower.follow('/m');
    expect(await follower.deleteCopies(null)).toContain('delete it there by hand');
    expect(owed()).toEqual({});
  });
});

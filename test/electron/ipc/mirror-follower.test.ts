import { describe, expect, it } from 'vitest';
import { createMirrorFollower } from '../../../electron/ipc/mirror-follower.ts';
import type { MirrorMessage } from '../../../electron/library/protocol.ts';

const inStep = { folder: '/m', kind: 'in-step', behind: 0, why: null } as const;

const aFollower = () => {
  const processes: { say: (message: MirrorMessage) => void; exit: () => void; isKilled: boolean; looks: number }[] = [];
  let timer: (() => void) | null = null;
  let told = 0;
  const follower = createMirrorFollower({
    start: () => {
      const made = { say: (_: MirrorMessage) => {}, exit: () => {}, isKilled: false, looks: 0 };
      processes.push(made);
      return {
        postMessage: () => {
          made.looks += 1;
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
    setTimer: (run) => {
      timer = run;
      return () => {
        if (timer === run) timer = null;
      };
    },
  });
  return { follower, processes, runTimer: () => timer?.(), hasTimer: () => timer !== null, told: () => told };
};

describe('the process of the mirror', () => {
  it('[MI13] what it says is the status; nothing is claimed before, and nothing runs while there is no mirror', () => {
    const { follower, processes, told } = aFollower();
    expect(follower.status()).toBeNull();
    follower.note();
    expect(processes).toHaveLength(0);
    follower.follow('/m');
    expect(follower.status()).toMatchObject({ kind: 'behind', behind: null });
    processes[0]?.say({ kind: 'state', state: inStep });
    processes[0]?.say({ kind: 'state', state: inStep });
    expect(follower.status()).toEqual(inStep);
    expect(told()).toBe(2);
    follower.note();
    expect(processes[0]?.looks).toBe(1);
    follower.follow(null);
    expect(processes[0]?.isKilled).toBe(true);
    expect(follower.status()).toBeNull();
  });

  it('[MI14] one that hangs is told as unreachable and started again, one that ends too', () => {
    const { follower, processes, runTimer, hasTimer } = aFollower();
    follower.follow('/m');
    processes[0]?.say({ kind: 'state', state: inStep });
    runTimer();
    expect(follower.status()).toMatchObject({ kind: 'unreachable', why: 'Its disk does not answer.' });
    expect(processes.map(({ isKilled }) => isKilled)).toEqual([true, false]);
    // The dead one may still say something.
    processes[0]?.say({ kind: 'state', state: inStep });
    expect(follower.status()).toMatchObject({ kind: 'unreachable' });
    processes[1]?.exit();
    runTimer();
    expect(processes).toHaveLength(3);
    follower.follow(null);
    expect(hasTimer()).toBe(false);
  });
});

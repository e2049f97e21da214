import { describe, expect, it } from 'vitest';
import { createProbeWatch } from '../../../electron/library/probe-watch.ts';

describe('a library that could not be written', () => {
  it('[LB30] is tried again by itself until it can be written, and then no more', async () => {
    const timers: (() => void)[] = [];
    const bugs: unknown[] = [];
    let probes = 0;
    const watch = createProbeWatch({
      probe: async () => {
        probes += 1;
        if (probes === 1) throw new Error('a bug must not end the looking');
        if (probes === 3) watch.noteState({ readOnly: null });
      },
      setTimer: (run) => timers.push(run),
      onBug: (bug) => bugs.push(bug),
    });
    const runOut = async () => {
      for (const run of timers.splice(0)) run();
      await new Promise((resolve) => setImmediate(resolve));
    };
    watch.noteState({ readOnly: null });
    expect(timers).toHaveLength(0);
    watch.noteState({ readOnly: 'The disk is full.' });
    watch.noteState({ readOnly: 'The disk reported an error.' });
    expect(timers).toHaveLength(1);
    for (let round = 0; round < 5; round += 1) await runOut();
    expect(probes).toBe(3);
    expect(bugs).toHaveLength(1);
    expect(timers).toHaveLength(0);
  });

  it('[LB71] is tried at once when it is not where it was, and once only however often that is seen', async () => {
    let probes = 0;
    let end = () => {};
    const watch = createProbeWatch({
      probe: () => {
        probes += 1;
        return new Promise<void>((resolve) => {
          end = resolve;
        });
      },
      setTimer: () => undefined,
      onBug: () => undefined,
    });
    watch.noteAway();
    watch.noteAway();
    expect(probes).toBe(1);
    watch.noteState({ readOnly: 'The library folder is gone.' });
    end();
    await new Promise((resolve) => setImmediate(resolve));
    watch.noteAway();
    expect(probes).toBe(1);
  });
});

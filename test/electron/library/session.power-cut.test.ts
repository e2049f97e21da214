import { describe, expect, it } from 'vitest';
import { createCrashDisk } from '../../support/crash-disk.ts';
import { createCrashLog } from '../../support/crash-log.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import { powerCutModel } from '../../torture/power-cut-model.ts';
import { createRandom } from '../../torture/row.ts';

/** Every disk that a cut could leave behind these calls: names with what their files begin with. */
const disksBehind = async (work: (log: ReturnType<typeof createCrashLog>) => Promise<void>): Promise<Set<string>> => {
  const files = createFaultFileLayer();
  const log = createCrashLog(files);
  await work(log);
  const disk = createCrashDisk(files.stat('/')?.identity ?? '');
  for (const step of log.steps) disk.take(step);
  const found = [...disk.states(1_000, createRandom(1))].map((state) =>
    [...state.everyFile()].map(({ path, bytes }) => `${path}:${Buffer.from(bytes).toString('latin1')}`).join(' '),
  );
  return new Set(found);
};

describe('a library after a power cut', () => {
  it('[AT5] opens with all that was acknowledged, whatever of the rest is there, and goes on', async () => {
    const row = await powerCutModel({ statesEach: 5, share: 0.25 }, createRandom(5));
    expect(row.losses).toEqual([]);
    expect(row.acknowledged).toBeGreaterThanOrEqual(20);
    expect(row.rounds).toBeGreaterThanOrEqual(60);
  }, 120_000);

  it('[AT6] the model loses what was not flushed, in any combination, and nothing else', async () => {
    const some = await disksBehind(async ({ files }) => {
      const file = files.createFile('/a');
      file.write(Buffer.from('1'));
      await file.flush();
      file.write(Buffer.from('2'));
    });
    expect(some).toEqual(new Set(['', '/a:1', '/a:12', '/a:1\0']));
    const all = await disksBehind(async ({ files }) => {
      files.createFile('/a').write(Buffer.from('1'));
      await files.flushFile('/a');
      await files.flushFolder('/');
    });
    expect(all).toEqual(new Set(['/a:1']));
    const renamed = await disksBehind(async ({ files }) => {
      for (const name of ['/old', '/new']) await files.createFile(name).flush();
      await files.flushFolder('/');
      files.rename('/new', '/old');
    });
    expect(renamed).toEqual(new Set(['/old: /new:', '/old:']));
  });

  it('[AT6] in the model, bytes whose flush failed stay uncertain however often it is tried again', async () => {
    const disks = await disksBehind(async ({ files, steps }) => {
      const file = files.createFile('/a');
      await files.flushFolder('/');
      file.write(Buffer.from('1'));
      steps.push({ kind: 'flush-failed', node: file.identity });
      await file.flush();
    });
    expect(disks).toEqual(new Set(['/a:', '/a:1', '/a:\0']));
  });
});

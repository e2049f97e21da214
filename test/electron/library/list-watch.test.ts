import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createListWatch } from '../../../electron/library/list-watch.ts';
import { createNodeFileLayer } from '../../../electron/library/node-file-layer.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';

/** Long after everything was written: what the files say of themselves is then all there is to go by. */
const later = () => Date.now() + 3_600_000;

describe('what others write into the library', () => {
  let library = '';
  beforeEach(() => {
    library = mkdtempSync(join(tmpdir(), 'holdfast-list-'));
  });
  afterEach(() => rmSync(library, { recursive: true, force: true }));

  const folder = () => join(library, 'incidents');
  const journal = (incident: string, run: string) => join(folder(), incident, 'journal', `${run}.jsonl`);
  const write = (incident: string, run: string) => {
    mkdirSync(join(folder(), incident, 'journal'), { recursive: true });
    appendFileSync(journal(incident, run), 'a line\n');
  };
  const newWatch = (fileNowMs = later) =>
    createListWatch({ files: createNodeFileLayer(), folder: folder(), fileNowMs });

  it('[LB50] a new incident, a new run, one more line and a removed file are each seen once', () => {
    const watch = newWatch();
    expect(watch.look()).toBe(true);
    expect(watch.look()).toBe(false);
    const doings = [
      () => write('one', 'a'),
      () => write('two', 'a'),
      () => write('one', 'b'),
      () => write('one', 'a'),
      () => rmSync(journal('two', 'a')),
      () => rmSync(join(folder(), 'two'), { recursive: true }),
      () => rmSync(folder(), { recursive: true }),
      () => write('one', 'a'),
    ];
    for (const doing of doings) {
      doing();
      expect(watch.look(), String(doing)).toBe(true);
      expect(watch.look(), String(doing)).toBe(false);
    }
  });

  it('[LB50] a folder whose journal comes later, and a file that another took the place of', () => {
    const watch = newWatch();
    mkdirSync(join(folder(), 'one'), { recursive: true });
    watch.look();
    write('one', 'a');
    expect(watch.look()).toBe(true);
    writeFileSync(join(library, 'blanked'), 'a line\n');
    renameSync(join(library, 'blanked'), journal('one', 'a'));
    expect(watch.look()).toBe(true);
  });

  it('[LB51] a folder that changed just now is read again, whatever its time says', () => {
    const files = createFaultFileLayer();
    // This file layer gives its folders no times at all, as FAT does within two seconds.
    const watch = createListWatch({ files, folder: '/incidents', fileNowMs: () => 1_000 });
    files.makeFolder('/incidents');
    files.makeFolder('/incidents/one');
    files.makeFolder('/incidents/one/journal');
    watch.look();
    files.createFile('/incidents/one/journal/a.jsonl');
    expect(watch.look()).toBe(true);
  });

  it('[LB52] with 1,000 incidents a look where nothing changed asks for times alone, some 1,200 of them', () => {
    const files = createFaultFileLayer();
    files.makeFolder('/incidents');
    for (let n = 0; n < 1_000; n += 1) {
      files.makeFolder(`/incidents/${n}`);
      files.makeFolder(`/incidents/${n}/journal`);
      for (const run of ['a', 'b']) files.createFile(`/incidents/${n}/journal/${run}.jsonl`);
    }
    const watch = createListWatch({ files, folder: '/incidents', fileNowMs: later });
    watch.look();
    const calls: string[] = [];
    files.onCall = (call) => {
      calls.push(call);
      return undefined;
    };
    expect(watch.look()).toBe(false);
    expect(new Set(calls)).toEqual(new Set(['stat']));
    expect(calls.length).toBeLessThanOrEqual(1_201);
  });

  it('[LB52] a run that was silent for long is heard when its turn comes', () => {
    const files = createFaultFileLayer();
    files.makeFolder('/incidents');
    const journals = Array.from({ length: 300 }, (_, n) => {
      files.makeFolder(`/incidents/${n}`);
      files.makeFolder(`/incidents/${n}/journal`);
      files.nowMs = 300 - n;
      return files.createFile(`/incidents/${n}/journal/a.jsonl`);
    });
    const watch = createListWatch({ files, folder: '/incidents', fileNowMs: later });
    watch.look();
    watch.look();
    // The newest one at once, the oldest of all within three looks, each of them once.
    for (const [written, looks] of [
      [journals[0], 1],
      [journals[299], 3],
    ] as const) {
      written?.write(new Uint8Array(7));
      expect(Array.from({ length: looks }, () => watch.look()).filter(Boolean)).toHaveLength(1);
    }
  });

  it('[LB53] a folder that cannot be read is no reason to stop looking', () => {
    const files = createFaultFileLayer();
    files.makeFolder('/incidents');
    const watch = createListWatch({ files, folder: '/incidents', fileNowMs: () => 0 });
    watch.look();
    files.onCall = () => ({ code: 'EIO' });
    expect(() => watch.look()).not.toThrow();
    files.onCall = null;
    files.makeFolder('/incidents/one');
    expect(watch.look()).toBe(true);
  });
});

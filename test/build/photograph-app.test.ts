import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { photographApp } from '../../build/photograph-app.ts';

let folder = '';
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-photograph-'));
  said.length = 0;
  vi.spyOn(console, 'error').mockImplementation((text: string) => said.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A program in place of Electron. */
function program(script: string): string {
  const file = join(folder, 'program');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

test('[RUN2] an app that never shows a window is given up at the deadline, with a sentence and exit code 1', async () => {
  const startedMs = performance.now();
  const code = await photographApp({ executable: program('exec sleep 60'), args: [], once: true, limitMs: 700 });
  expect(code).toBe(1);
  expect(performance.now() - startedMs).toBeLessThan(10_000);
  expect(said).toEqual(['The console was not usable within 0.7 s.']);
});

test('[RUN2] an app that ends before its console is usable is named as such, with exit code 1', async () => {
  expect(await photographApp({ executable: program('exit 0'), args: [], once: true })).toBe(1);
  expect(said).toEqual([
    'The app ended (0) before its console was usable.',
    'If this library is open already, that window has come to the front instead: close it, or name another --library.',
  ]);
});

test('[RUN2] what an app says before it fails is passed on, with exit code 1', async () => {
  expect(await photographApp({ executable: program('echo no libX >&2; exit 127'), args: [], once: true })).toBe(1);
  expect(said).toEqual(['The app ended (127) before its console was usable. no libX']);
});

test('[RUN2] a program that cannot be started gets a sentence too, with exit code 1', async () => {
  expect(await photographApp({ executable: join(folder, 'missing'), args: [], once: true })).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^The app could not be started: .*ENOENT\.$/)]);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { CommandLineWorld } from '../../electron/cli/command-line-world.ts';
import { runCommandLine } from '../../electron/cli/run-command-line.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { type Instant, instantToMs } from '../../shared/kernel/instant.ts';
import type { CommandId } from '../../shared/record/ids.ts';

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workplace {
  readonly folder: string;
  readonly library: string;
  /** Sets the clock that the command line reads. */
  readonly setClock: (at: string) => void;
  /** Runs `holdfast ARGS...` with this library. */
  readonly run: (...argv: readonly string[]) => Promise<Ran>;
  /** As `run`, with lines on standard input and changes to the world. */
  readonly runWith: (changes: Partial<CommandLineWorld>, ...argv: readonly string[]) => Promise<Ran>;
  /** As `run`, of a call that has to succeed: what `--json` printed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents whose keys they check.
  readonly json: (...argv: readonly string[]) => Promise<any>;
  /** Writes a script of these lines and runs it. */
  readonly exec: (lines: readonly object[], ...options: readonly string[]) => Promise<Ran>;
  readonly read: (name: string) => string;
  /** Puts a file into the folder; a text as it is, any other value as JSON. */
  readonly write: (name: string, content: unknown) => void;
  readonly remove: () => void;
}

/** A fresh library in a real temporary folder, with a test clock that stands where the test puts it. */
export const createWorkplace = (start = '2026-03-02T09:04:00.000Z'): Workplace => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-cli-'));
  const library = join(folder, 'library');
  const clockFile = join(folder, 'clock');
  mkdirSync(library);
  writeFileSync(clockFile, start);
  const runWith: Workplace['runWith'] = async (changes, ...argv) => {
    const out: string[] = [];
    const err: string[] = [];
    const exitCode = await runCommandLine(argv, {
      env: { HOLDFAST_LIBRARY: library, HOLDFAST_TEST_CLOCK: clockFile },
      workingFolder: folder,
      dataFolder: join(folder, 'data'),
      hostName: 'desk.example',
      zone: 'UTC',
      version: '0.0.0-test',
      isPackaged: false,
      files: createNodeFileLayer(),
      readSystemClock: () => start as Instant,
      newCommandId: (at) => ulid(instantToMs(at)) as CommandId,
      say: (text) => out.push(`${text}\n`),
      warn: (text) => err.push(`${text}\n`),
      whileUnanswered: () => () => undefined,
      inputLines: undefined,
      fontFolder: join(folder, 'fonts'),
      ...changes,
    });
    return { exitCode, stdout: out.join(''), stderr: err.join('') };
  };
  const run: Workplace['run'] = (...argv) => runWith({}, ...argv);
  return {
    folder,
    library,
    setClock: (at) => writeFileSync(clockFile, at),
    run,
    runWith,
    json: async (...argv) => {
      const { exitCode, stdout, stderr } = await run(...argv, '--json');
      if (exitCode !== 0) throw new Error(stderr);
      return JSON.parse(stdout);
    },
    exec: (lines, ...options) => {
      writeFileSync(join(folder, 'script.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
      return run('exec', 'script.jsonl', ...options);
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    write: (name, content) =>
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export const linesOf = (...lines: readonly string[]) =>
  async function* () {
    yield* lines;
  };

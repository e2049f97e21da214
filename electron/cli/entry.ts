import { existsSync, readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ulid } from 'ulid';
import { instantToMs, msToInstant } from '../../shared/kernel/instant.ts';
import type { CommandId } from '../../shared/record/ids.ts';
import { appDataFolder } from '../data-folder.ts';
import { createNodeFileLayer } from '../library/node-file-layer.ts';
import type { Unanswered } from './command-line-world.ts';
import { runCommandLine } from './run-command-line.ts';

/** The command line in plain Node. Two folders above lies the app, in a checkout and in a package alike. */
const appFolder = join(import.meta.dirname, '..', '..');
const { stdin, stdout, stderr } = process;
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// Whoever reads may stop reading (`| head`); what is being recorded goes on to its end.
stdout.on('error', ignoreClosedPipe);
stderr.on('error', ignoreClosedPipe);

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    env: process.env,
    workingFolder: process.cwd(),
    dataFolder: appDataFolder({ platform: process.platform, env: process.env, home: homedir() }),
    hostName: hostname(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    version: (JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string }).version,
    isPackaged: !existsSync(join(appFolder, 'build', 'start.mjs')),
    files: createNodeFileLayer(),
    readSystemClock: () => msToInstant(Date.now()),
    newCommandId: (at) => ulid(instantToMs(at)) as CommandId,
    say: (text) => stdout.write(`${text}\n`),
    warn: (text) => stderr.write(`${text}\n`),
    whileUnanswered,
    inputLines: stdin.isTTY ? undefined : () => createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    fontFolder: join(import.meta.dirname, 'fonts'),
  });
} catch (bug) {
  stderr.write(`Holdfast made a mistake (${String(bug)}). What was recorded before is kept.\n`);
  process.exitCode = 1;
}

/** Two seconds, as in the app. */
function whileUnanswered(tell: (why: Unanswered) => void): () => void {
  const timer = setTimeout(() => tell('late'), 2_000);
  const obey = (signal: NodeJS.Signals) => {
    tell('stopped');
    stop();
    process.kill(process.pid, signal);
  };
  const stop = () => {
    clearTimeout(timer);
    for (const signal of endings) process.off(signal, obey);
  };
  for (const signal of endings) process.on(signal, obey);
  return stop;
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

import { hostname } from 'node:os';
import { ulid } from 'ulid';
import { runCommandLine } from '../../electron/cli/run-command-line.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { instantToMs, msToInstant } from '../../shared/kernel/instant.ts';
import type { CommandId } from '../../shared/record/ids.ts';

// A command line in a process of its own that dies with everything on the disk, before it can say so.
const [folder = '', ...argv] = process.argv.slice(2);
const die = () => process.kill(process.pid, 'SIGKILL');
await runCommandLine(argv, {
  env: process.env,
  workingFolder: folder,
  dataFolder: folder,
  hostName: hostname(),
  zone: 'UTC',
  version: '0.0.0-test',
  isPackaged: false,
  files: createNodeFileLayer(),
  readSystemClock: () => msToInstant(Date.now()),
  newCommandId: (at) => ulid(instantToMs(at)) as CommandId,
  say: die,
  warn: die,
  whileUnanswered: () => () => undefined,
  inputLines: undefined,
  fontFolder: folder,
});

import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { CannotGoOn } from '../cannot-go-on.ts';
import { installPackages, isOnPath } from './system-libraries.ts';

/** True when there is a screen to draw on (or a platform that always has one). */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/**
 * Starts a virtual screen that nobody sees, on a number the server picks itself; it ends with this process.
 * @returns what to put into DISPLAY
 */
export async function startVirtualDisplay(): Promise<string> {
  if (!isOnPath('Xvfb')) installPackages(['xvfb', 'xauth'], 'There is no display here, and no Xvfb to make one');
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => server.kill();
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(1));
  }
  const number = await readNumber(server);
  server.unref();
  (server.stdio[3] as Socket).unref();
  return `:${number}`;
}

function readNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new CannotGoOn('The virtual display (Xvfb) did not start.'));
    server.once('error', refuse);
    server.once('exit', refuse);
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
}

import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { sha256 } from './sha256.ts';

/** Changes with every start of the machine. */
export const bootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Elsewhere the minute of the start must do: two starts within one minute do not happen.
    return String(Math.round((Date.now() - uptime() * 1000) / 60_000));
  }
};

/** A name for this run that other runs on this machine can ask whether it lives: `<machine and boot>-<process>-<id>`. */
export const newRun = (id: string): string => `${machine()}-${process.pid}-${id.toLowerCase()}`;

/**
 * Whether a run is still going; null where nobody can tell: it is of another machine, or of before the last start. A
 * reused process number only delays the offer of its drafts until that process ends.
 */
export const isRunAlive = (run: string): boolean | null => {
  const [where, pid] = run.split('-');
  if (where !== machine()) return null;
  try {
    process.kill(Number(pid), 0);
    return !isZombie(Number(pid));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Dead, but nobody has asked for its exit code yet: in a container often nobody ever does. */
const isZombie = (pid: number): boolean => {
  try {
    // The name before the state stands in brackets and may hold brackets itself.
    const [state] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return state === 'Z' || state === 'X';
  } catch {
    // No such file on other systems, where it is taken for alive: its drafts are offered when the number is free.
    return false;
  }
};

const machine = () => sha256(`${hostname()} ${bootId()}`).slice(0, 12);

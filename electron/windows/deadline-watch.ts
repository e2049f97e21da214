import type { Deadline } from '../../shared/ipc/contract.ts';
import { elapsedMs, type Instant } from '../../shared/kernel/instant.ts';

interface DeadlineWatchDeps {
  readonly now: () => Instant;
  /** Deadlines have come since the last call; told once for each key. */
  readonly onReached: (now: Instant) => void;
  /** How many are due has changed: for the badge in the title. */
  readonly onDueCount: (count: number) => void;
}

export interface DeadlineWatch {
  /** Replaces what is watched. What lies in the past already is due, and is told like the rest. */
  watch(deadlines: readonly Deadline[]): void;
  /** Looks at the clock at once: a test has set it. */
  check(): void;
}

/** A timer stands still while the machine sleeps and the clock may be set: never further off than this. */
const longestWaitMs = 30_000;

/** Keeps promises in sight while no window is: the timers of a hidden page are held back, those of main are not. */
export const createDeadlineWatch = ({ now, onReached, onDueCount }: DeadlineWatchDeps): DeadlineWatch => {
  const told = new Set<string>();
  let watched: readonly Deadline[] = [];
  let dueCount = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const check = () => {
    clearTimeout(timer);
    const at = now();
    const due = watched.filter((deadline) => deadline.at <= at);
    const fresh = due.filter(({ key }) => !told.has(key));
    for (const { key } of fresh) told.add(key);
    if (due.length !== dueCount) onDueCount(due.length);
    dueCount = due.length;
    if (fresh.length > 0) onReached(at);
    const waits = watched.filter((deadline) => deadline.at > at).map((deadline) => elapsedMs(at, deadline.at));
    if (waits.length > 0) timer = setTimeout(check, Math.min(longestWaitMs, ...waits));
  };
  return {
    watch: (deadlines) => {
      watched = deadlines;
      check();
    },
    check,
  };
};

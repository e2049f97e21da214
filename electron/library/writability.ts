import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import { concernsLibrary, toReadOnlyReason } from './storage-failure.ts';

/** Whether the library can be written, as the newest look at it has found out. */
export interface Writability {
  /** Why it cannot; null when it can, and as long as nobody has looked. */
  reason(): string | null;
  /** Takes what a probe says that has just begun. */
  judgeBy(probe: Promise<Refusal | null>): Promise<void>;
  /** Takes what a command has just found out. */
  judgeByOutcome(outcome: Result<unknown, Refusal>): void;
}

export const createWritability = (onChange: () => void): Writability => {
  let reason: string | null = null;
  /** In the order in which they began; a command looks when it is over. */
  let looks = 0;
  let latestLook = 0;
  const nextLook = () => {
    looks += 1;
    return looks;
  };
  const take = (found: string | null, look: number) => {
    // A probe may be stuck in its flush for seconds: what was found out meanwhile is newer.
    if (look < latestLook) return;
    latestLook = look;
    if (reason === found) return;
    reason = found;
    onChange();
  };
  return {
    reason: () => reason,
    judgeBy: async (probe) => {
      const look = nextLook();
      take((await probe)?.message ?? null, look);
    },
    judgeByOutcome: (outcome) => {
      if (outcome.ok) take(null, nextLook());
      else if (concernsLibrary(outcome.error)) take(toReadOnlyReason(outcome.error), nextLook());
    },
  };
};

import { formatDuration } from '../kernel/duration.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Settings } from '../playbook/playbook.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { impactLevel } from './current-impact.ts';
import type { ReachMilestone } from './lifecycle-commands.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { watchWindow } from './watch-window.ts';

/** "Restored" is a promise to everybody outside: no harm, evidence, and a watched quiet time or a reason. */
export const checkRestore = (
  command: ReachMilestone,
  state: LifecycleState,
  asking: Asking,
  settings: Settings,
): Result<undefined, Refusal> => {
  const level = impactLevel(state);
  if (level !== 'none')
    return refuse(
      'restore.impact-remains',
      level
        ? `The impact is still ${level}. Set it to none when users are well again, then restore.`
        : 'Nobody has said that the impact is none. Record it, then restore.',
      'impact',
    );
  const at = command.at ?? asking.now;
  if (isHarmful(impactLevel(state, at)))
    return refuse('restore.harm-then', `At that time the impact was still ${impactLevel(state, at)}.`, 'at');
  if (!command.evidence?.some((item) => item.trim()))
    return refuse('restore.needs-evidence', 'Name the evidence: which measure is back to normal?', 'evidence');
  const watch = watchWindow(state, settings, asking.now, at);
  if (watch && watch.leftMs > 0 && !command.reason?.trim())
    return refuse(
      'restore.watch-running',
      `The watch window still runs for ${formatDuration(watch.leftMs)}. Wait, or say in one line why not.`,
      'reason',
    );
  return ok(undefined);
};

const isHarmful = (level: string | undefined) => level !== undefined && level !== 'none';

import { ok, type Result } from '../kernel/result.ts';
import type { EventId } from '../record/ids.ts';
import { requireText, toOccurrence } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { nextEntryName } from './entry-name.ts';
import { requireTimeBox } from './time-box.ts';
import type { ExtendTask, FinishTask, GiveTask } from './timeline-commands.ts';
import type { TimelineEvent } from './timeline-events.ts';
import type { Task, TimelineState } from './timeline-state.ts';

type Decided = Result<readonly TimelineEvent[], Refusal>;

/** One owner, never "somebody": a task without a name is refused (`task.no-owner`). */
export const giveTask = (command: GiveTask, state: TimelineState, asking: Asking): Decided => {
  const text = requireText(command.text, 'task.empty', 'Say what is to be done.', 'text');
  if (!text.ok) return text;
  const owner = requireText(command.owner, 'task.no-owner', noOwner, 'owner');
  if (!owner.ok) return owner;
  const box = command.timeBoxMs === undefined ? ok(undefined) : requireTimeBox(command.timeBoxMs);
  if (!box.ok) return box;
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([
    {
      ...base.value,
      type: 'TaskGiven',
      name: nextEntryName(state, asking),
      text: text.value,
      owner: owner.value,
      ...(box.value !== undefined && { timeBoxMs: box.value }),
    },
  ]);
};

/** The new time-box counts from the moment of extending; the task may change hands at the same time. */
export const extendTask = (command: ExtendTask, state: TimelineState, asking: Asking): Decided => {
  const task = findOpenTask(state, command.task);
  if (!task.ok) return task;
  const box = requireTimeBox(command.timeBoxMs);
  if (!box.ok) return box;
  const owner =
    command.owner === undefined ? ok(undefined) : requireText(command.owner, 'task.no-owner', noOwner, 'owner');
  if (!owner.ok) return owner;
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([
    {
      ...base.value,
      type: 'TaskExtended',
      task: command.task,
      timeBoxMs: box.value,
      ...(command.reason !== undefined && { reason: command.reason }),
      ...(owner.value !== undefined && { owner: owner.value }),
    },
  ]);
};

/** "Done" may stand alone; a dropped task needs its reason (`task.no-reason`). */
export const finishTask = (command: FinishTask, state: TimelineState, asking: Asking): Decided => {
  const task = findOpenTask(state, command.task);
  if (!task.ok) return task;
  const outcome = command.outcome ?? 'done';
  if (outcome === 'dropped' && command.result.trim() === '')
    return refuse('task.no-reason', 'Say why the task is dropped.', 'result');
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([{ ...base.value, type: 'TaskFinished', task: command.task, outcome, result: command.result.trim() }]);
};

const findOpenTask = (state: TimelineState, id: EventId): Result<Task, Refusal> => {
  const task = state.tasks.get(id);
  if (!task)
    return state.withdrawals.has(id)
      ? refuse(
          'task.withdrawn',
          'This task was taken back. Bring it back first (menu of its row), or give a new one.',
          'task',
        )
      : refuse('task.unknown', 'There is no such task in this incident.', 'task');
  return task.finished
    ? refuse(
        'task.finished',
        `This task is ${task.finished.outcome} already. Give a new one if there is more to do.`,
        'task',
      )
    : ok(task);
};

const noOwner = 'Give the task to one person by name.';

import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import { severityPrompt } from '../../../shared/incident/severity-prompt.ts';
import { phaseWords } from '../../../shared/incident/words.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { addMs, elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { currentSeverity } from '../../../shared/lifecycle/severity.ts';
import { timeBox } from '../../../shared/lifecycle/time-box.ts';
import { watchWindow } from '../../../shared/lifecycle/watch-window.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { commandRole, holderOf } from '../../../shared/roles/role-holders.ts';
import { roleWarnings } from '../../../shared/roles/role-warnings.ts';
import { decisionsToReview, waitingDecisions } from '../../../shared/timeline/decisions.ts';
import { hypothesisBoard, testOverdueMs } from '../../../shared/timeline/hypotheses.ts';
import { openTasks } from '../../../shared/timeline/tasks.ts';
import { type NextItem, sentence } from './next-item.ts';

/** Tasks and tests whose time is up, and tasks close to it, in this order. */
export const taskItems = (state: IncidentState, playbook: Playbook, now: Instant) => {
  const tasks = openTasks(state.timeline, now, playbook.settings);
  const over = tasks.filter((task) => task.state === 'over');
  const soon = tasks.filter((task) => task.state === 'soon');
  return {
    over: over.map(({ id, owner, text, leftMs = 0 }): NextItem => {
      const late = formatDuration(-leftMs);
      return {
        id: `task:${id}`,
        shape: 'over',
        what: sentence(`Ask ${owner} for a result,`, late, 'over'),
        brief: sentence(`Ask ${owner} for a result`),
        why: `${text}. Continue, change approach, pull in people, or trade off?`.replace('.. ', '. '),
        act: { label: 'Settle task', target: { kind: 'dialog', dialog: { name: 'finish-task', task: id } } },
      };
    }),
    soon: soon.map(({ id, owner, text, leftMs = 0 }): NextItem => {
      const left = formatDuration(leftMs);
      return {
        id: `task:${id}`,
        shape: 'soon',
        what: sentence(`${owner} reports in`, left),
        brief: sentence(`${owner} in`, left),
        why: text,
        act: { label: 'Settle task', target: { kind: 'dialog', dialog: { name: 'finish-task', task: id } } },
      };
    }),
  };
};

export const testItems = (state: IncidentState, now: Instant, zone: string): readonly NextItem[] =>
  hypothesisBoard(state.timeline).open.flatMap((hypothesis): NextItem[] => {
    const lateMs = testOverdueMs(hypothesis, now);
    const { event } = hypothesis;
    if (lateMs === undefined || event.testDueAt === undefined) return [];
    return [
      {
        id: `hypothesis:${event.id}`,
        shape: 'over',
        what: sentence(`Ask ${event.owner ?? hypothesis.by} for the test result,`, formatDuration(lateMs), 'over'),
        brief: sentence('Test result', formatDuration(lateMs), 'over'),
        why: `${event.text}. Promised for ${formatClock(event.testDueAt, zone)}.`,
        act: {
          label: 'Judge it',
          target: { kind: 'dialog', dialog: { name: 'judge-hypothesis', hypothesis: event.id } },
        },
      },
    ];
  });

/**
 * The box of the running phase, when it has run out and nobody has decided anything since: a question to the commander,
 * answered by a decision.
 */
export const phaseItem = (state: IncidentState, playbook: Playbook, now: Instant): NextItem | undefined => {
  const box = timeBox(state.lifecycle, playbook.settings, now);
  if (!box || box.expired === 0 || box.phase === 'recover') return undefined;
  const askedAt = box.rolling ? addMs(box.dueAt, -box.limitMs) : box.dueAt;
  if ([...state.timeline.decisions.values()].some(({ event }) => event.occurredAt >= askedAt)) return undefined;
  const phase = phaseWords[box.phase];
  return {
    id: `phase:${askedAt}`,
    shape: 'over',
    what: sentence(`${phase} has run`, formatDuration(elapsedMs(box.since, now))),
    brief: sentence(`${phase} time-box is up`),
    why: 'Continue, change approach, pull in people, or trade off?',
    act: { label: 'Decide', keys: 'Alt D', target: { kind: 'dialog', dialog: { name: 'decision' } } },
  };
};

/** Decisions that were to be looked at again by now, until a later decision is recorded. */
export const reviewItems = (state: IncidentState, now: Instant): readonly NextItem[] => {
  const latestMade = [...state.timeline.decisions.values()]
    .map(({ event }) => event.occurredAt)
    .sort()
    .at(-1);
  return decisionsToReview(state.timeline, now).flatMap(({ event: { id, chosen, reviewAt } }): NextItem[] => {
    if (reviewAt === undefined || (latestMade !== undefined && latestMade >= reviewAt)) return [];
    return [
      {
        id: `review:${id}`,
        shape: 'over',
        what: sentence('Look again at a decision,', formatDuration(elapsedMs(reviewAt, now)), 'over'),
        brief: sentence('Look again at a decision'),
        why: `${chosen}. Does it still hold?`,
        act: { label: 'Decide', keys: 'Alt D', target: { kind: 'dialog', dialog: { name: 'decision' } } },
      },
    ];
  });
};

/** Harm to data or a missed RTO asks for the worst level until somebody has answered with a reason. */
export const severityItem = (state: IncidentState, playbook: Playbook, now: Instant): NextItem | undefined => {
  const prompt = severityPrompt(state, playbook, now);
  if (!prompt) return undefined;
  const { because, to, from } = prompt;
  return {
    id: 'severity',
    shape: 'waiting',
    what: sentence(`${because}: raise to ${to}?`),
    brief: sentence(`Raise to ${to}?`),
    why: from === undefined ? `No severity is set. ${to} if unsure.` : `It is ${from}. Raise it, or say why it stays.`,
    act: { label: 'Look at the severity', keys: 'Alt L', target: { kind: 'dialog', dialog: { name: 'severity' } } },
  };
};

/** Whose they are is said: whoever handed command over reads the same bar, and decides nothing any more. */
export const decisionItems = (state: IncidentState, now: Instant): readonly NextItem[] => {
  const commander = holderOf(state.roles, commandRole);
  const whose = commander === undefined ? '' : `${commander} decides. `;
  return waitingDecisions(state.timeline, now).map(({ id, question, askedBy, ageMs, options }): NextItem => {
    const age = formatDuration(Math.max(0, ageMs));
    return {
      id: `decision:${id}`,
      shape: 'waiting',
      what: sentence(question),
      brief: sentence(`${question.replace(/[?.]$/, '')}, waiting`, age),
      why: `${whose}Asked by ${askedBy}, waiting ${age}${options.length > 0 ? `, ${options.length} options` : ''}.`,
      act: { label: 'Decide', keys: 'Alt D', target: { kind: 'dialog', dialog: { name: 'decision', asked: id } } },
    };
  });
};

/** Commander and lead only: the other roles fall back to somebody, and may stay open. */
export const roleItems = (state: IncidentState, playbook: Playbook, now: Instant): readonly NextItem[] =>
  roleWarnings(state.roles, currentSeverity(state.lifecycle)?.severity, playbook, now)
    .filter(({ code }) => code === 'no-commander' || code === 'no-lead' || code === 'long-shift')
    .map(
      ({ code, message, role = 'ic' }): NextItem => ({
        id: `role:${code}:${role}`,
        shape: code === 'long-shift' ? 'soon' : 'waiting',
        what: sentence(message.split('. ')[0] ?? message),
        brief: sentence(message.split('. ')[0] ?? message),
        why: message.split('. ').slice(1).join('. '),
        act:
          code === 'long-shift'
            ? { label: 'Hand off', target: { kind: 'dialog', dialog: { name: 'offer-handoff', role } } }
            : { label: 'Name one', target: { kind: 'dialog', dialog: { name: 'role', role } } },
      }),
    );

/** The quiet time is over: service can be declared normal. */
export const restoreItem = (state: IncidentState, playbook: Playbook, now: Instant): NextItem | undefined => {
  const { lifecycle } = state;
  if (lifecycle.status !== 'open' || lifecycle.phase !== 'recover') return undefined;
  const watch = watchWindow(lifecycle, playbook.settings, now);
  if (!watch || watch.leftMs > 0) return undefined;
  return {
    id: 'restore',
    shape: 'soon',
    what: sentence('The watch window is over'),
    brief: sentence('Declare restored'),
    why: 'No impact was seen in it. Restored can be declared without a further reason.',
    act: {
      label: 'Declare restored',
      keys: 'Alt M',
      target: { kind: 'dialog', dialog: { name: 'milestone', milestone: 'recovered' } },
    },
  };
};

import { given } from '../kernel/given.ts';
import type { Instant } from '../kernel/instant.ts';
import { type ClockReading, offsetMinutes, parseClock, parseComingClock } from '../kernel/zone.ts';
import { type ImpactLevel, type Milestone, milestones, milestoneWords } from '../lifecycle/lifecycle.ts';
import { findAudienceName, findRoleName } from '../playbook/find-in-playbook.ts';
import { audienceIds, type Playbook } from '../playbook/playbook.ts';
import type { EventId } from '../record/ids.ts';
import type { When } from '../record/when.ts';
import { offBy } from '../timeline/clock-error-words.ts';
import type { LineContext, LineIntent } from '../timeline/line-intent.ts';
import type { RecordEntry } from '../timeline/timeline-commands.ts';
import type { EntryKind } from '../timeline/timeline-events.ts';
import type { Command } from './command.ts';
import type { IncidentState } from './incident-state.ts';
import { levelWords } from './words.ts';

/** What the entry line does on Enter. */
export type LineAction =
  | { readonly do: 'record'; readonly command: Command }
  /** A screen of its own takes it from here. */
  | { readonly do: 'declare'; readonly title: string }
  /** `text`: the words behind the audience, empty where there are none. */
  | { readonly do: 'write-update'; readonly audience: string; readonly text: string }
  /** Not yet: what is missing, in a sentence. */
  | { readonly do: 'wait'; readonly hint: string }
  /** The clock time could mean several moments, or one long ago. */
  | { readonly do: 'ask-time'; readonly why: 'long-ago' | 'twice'; readonly candidates: readonly Instant[] };

const impactLevels: readonly ImpactLevel[] = ['full', 'partial', 'degraded', 'none'];

/** What the reader of lines may know: people, roles, entries by the names that are said aloud. */
export const projectLineContext = (state: IncidentState, playbook: Playbook, defaultKind: EntryKind): LineContext => {
  const held = state.roles.tenures.map(({ person }) => person);
  const joined = state.roles.roster.map(({ person }) => person);
  const known = playbook.people.map(({ name }) => name);
  const todos = [...state.timeline.entries.values()].filter(({ event }) => event.kind === 'todo');
  return {
    defaultKind,
    people: [...new Set([...joined, ...held, ...known])].filter((person) => person !== ''),
    roles: playbook.roles.map(({ id }) => id),
    severities: playbook.severities.map(({ id }) => id),
    milestones,
    impactLevels,
    audiences: audienceIds,
    names: playbook,
    entryNames: entryNames(state),
    todos: new Set(todos.map(({ event }) => event.id)),
    unfinished: new Set([
      ...[...state.timeline.tasks.values()].filter(({ finished }) => !finished).map(({ event }) => event.id),
      ...todos.filter(({ closed }) => !closed).map(({ event }) => event.id),
    ]),
  };
};

/** Turns a line that was understood into what Enter does. `chosen` answers an earlier `ask-time`. */
export const lineToAction = (intent: LineIntent, now: Instant, zone: string, chosen?: Instant): LineAction => {
  if (intent.intent === 'unfinished') return { do: 'wait', hint: intent.hint };
  if (intent.intent === 'start') return { do: 'declare', title: intent.title };
  // An update goes out now: a leading time can only be its first word, and no word of a line is lost.
  if (intent.intent === 'update')
    return {
      do: 'write-update',
      audience: intent.audience,
      text: [intent.clock, intent.text].filter(Boolean).join(' '),
    };
  const when = readWhen(intent.clock, now, zone, chosen);
  if ('do' in when) return when;
  if (intent.intent !== 'promise') return { do: 'record', command: toCommand(intent, when) };
  const promisedAt = parseComingClock(intent.until, zone, now);
  return promisedAt.ok
    ? {
        do: 'record',
        command: { type: 'PromiseUpdate', audience: intent.audience, promisedAt: promisedAt.value, ...when },
      }
    : { do: 'wait', hint: `${promisedAt.error}.` };
};

type Recordable = Exclude<LineIntent, { intent: 'unfinished' | 'start' | 'update' | 'promise' }>;

const toCommand = (intent: Recordable, when: When): Command => {
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: it does not see through Exclude; the compiler does
  switch (intent.intent) {
    case 'entry':
      return {
        type: 'RecordEntry',
        kind: intent.kind,
        text: intent.text,
        ...given({ alert: intent.alert, visibility: intent.visibility }),
        ...when,
      };
    case 'ack':
      return { type: 'ReachMilestone', milestone: 'acknowledged', ...reason(intent.text), ...when };
    case 'severity':
      return { type: 'ChangeSeverity', severity: intent.severity, reason: intent.reason, ...when };
    case 'role':
      return { type: 'AssignRole', role: intent.role, person: intent.person, ...reason(intent.reason), ...when };
    case 'hypothesis':
      return { type: 'ProposeHypothesis', text: intent.text, ...when };
    case 'task':
      return {
        type: 'GiveTask',
        text: intent.text,
        owner: intent.owner,
        ...(intent.timeBoxMs === undefined ? {} : { timeBoxMs: intent.timeBoxMs }),
        ...when,
      };
    case 'done':
      return { type: 'FinishTask', task: intent.entry, result: intent.result, ...when };
    case 'answer':
      return { type: 'CloseTodo', todo: intent.todo, result: intent.result, ...when };
    case 'decision':
      return {
        type: 'MakeDecision',
        chosen: intent.chosen,
        question: intent.chosen,
        ...because(intent.because),
        ...when,
      };
    case 'milestone':
      return milestoneCommand(intent.milestone as Milestone, intent.rest, when);
    case 'impact':
      return {
        type: 'ChangeImpact',
        level: intent.level as ImpactLevel,
        ...(intent.text ? { text: intent.text } : {}),
        ...(intent.scope ? { scope: intent.scope } : {}),
        ...when,
      };
    case 'clock-error':
      return { type: 'StateClockError', errorMs: intent.errorMs, against: intent.against, ...when };
    case 'fix-entry':
      return { type: 'CorrectEntry', entry: intent.entry, text: intent.text };
  }
};

/** The words behind a milestone are what that milestone asks for: the cause, the change, the evidence, the reason. */
const milestoneCommand = (milestone: Milestone, rest: string, when: When): Command => {
  const base = { type: 'ReachMilestone', milestone, ...when } as const;
  if (rest === '') return base;
  switch (milestone) {
    case 'identified':
      return { ...base, cause: rest };
    case 'fixed':
      // The check is a question of its own: its form asks for it.
      return { ...base, fix: { change: rest, check: '' } };
    case 'recovered':
      return { ...base, evidence: [rest] };
    default:
      return { ...base, reason: rest };
  }
};

const readWhen = (
  clock: string | undefined,
  now: Instant,
  zone: string,
  chosen: Instant | undefined,
): When | Extract<LineAction, { do: 'wait' | 'ask-time' }> => {
  if (clock === undefined) return {};
  const read = parseClock(clock, zone, now);
  if (!read.ok) return { do: 'wait', hint: `${read.error}.` };
  const at = settle(read.value, chosen);
  if (at === undefined && read.value.kind === 'ask')
    return { do: 'ask-time', why: read.value.why, candidates: read.value.candidates };
  return at === undefined ? {} : { at, typed: { text: clock, zone, offsetMinutes: offsetMinutes(at, zone) } };
};

const settle = (reading: ClockReading, chosen: Instant | undefined): Instant | undefined => {
  if (reading.kind === 'sure') return reading.at;
  return chosen && reading.candidates.includes(chosen) ? chosen : undefined;
};

/** `ann-7`, and plain `7` while only one device has written. */
const entryNames = (state: IncidentState): ReadonlyMap<string, EventId> => {
  const names = new Map<string, EventId>();
  const isAlone = state.timeline.highestNumbers.size === 1;
  for (const { event } of state.log) {
    if (!('name' in event)) continue;
    const { tag, n } = event.name as { tag: string; n: number };
    names.set(`${tag}-${n}`.toLowerCase(), event.id);
    if (isAlone) names.set(String(n), event.id);
  }
  return names;
};

/** What was understood, in words, for the line to show before Enter. */
export const describeCommand = (command: Command, names: LineContext['names']): string => {
  switch (command.type) {
    case 'RecordEntry':
      return describeEntry(command);
    case 'ReachMilestone':
      return `Milestone: ${milestoneWords[command.milestone]}`;
    case 'ChangeSeverity':
      return `Severity ${command.severity}`;
    case 'AssignRole':
      return `${findRoleName(names, command.role)}: ${command.person}`;
    case 'GiveTask':
      return `Task for ${command.owner}`;
    case 'ChangeImpact':
      return `Impact: ${levelWords[command.level]}`;
    case 'MakeDecision':
      return 'Decision';
    case 'ProposeHypothesis':
      return 'Hypothesis';
    case 'FinishTask':
      return 'Task done';
    case 'CloseTodo':
      return 'To-do answered';
    case 'CorrectEntry':
      return 'Correction';
    case 'StateClockError':
      return `This clock is ${offBy(command.errorMs)} ${command.against}`;
    case 'PromiseUpdate':
      return `Promised to ${findAudienceName(names, command.audience)}`;
    default:
      return '';
  }
};

const describeEntry = ({ alert, visibility }: RecordEntry): string => {
  if (visibility === 'restricted') return 'Left out of shared exports';
  return alert ? `Class ${alert.class}, ${alert.paged ? 'it paged' : 'it did not page'}` : '';
};

const reason = (text: string) => (text ? { reason: text } : {});
const because = (text: string) => (text ? { because: text } : {});

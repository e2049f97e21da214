import type { Instant } from '../kernel/instant.ts';
import { formatClock, formatDate } from '../kernel/zone.ts';
import { completeLine, type LineSuggestion } from '../timeline/complete-line.ts';
import { parseLine } from '../timeline/line-command.ts';
import type { LineContext, LineIntent } from '../timeline/line-intent.ts';
import { lineKinds, spellKind } from '../timeline/line-kinds.ts';
import type { Command } from './command.ts';
import { describeCommand, type LineAction, lineToAction } from './line-to-command.ts';
import { entryWords } from './words.ts';

/** A typed line as the screen shows it before Enter. */
export interface UnderstoodLine {
  readonly action: LineAction;
  /** The kind in a word, as it will stand in the timeline. */
  readonly word: string;
  /** What was understood beyond the kind; empty where the word says it all. */
  readonly said: string;
  /** A typed time of day, once it is clear which moment it means. */
  readonly at?: Instant;
}

interface LineSurroundings {
  readonly context: LineContext;
  readonly now: Instant;
  /** IANA zone that a typed time of day is read in. */
  readonly zone: string;
}

/** Reads a line of the given kind (see `lineKinds`). `chosen` answers an earlier question about its time. */
export const understandLine = (
  text: string,
  kind: string,
  { context, now, zone }: LineSurroundings,
  chosen?: Instant,
): UnderstoodLine => {
  const intent = parseLine(spellKind(text, kind).text, context);
  const action = lineToAction(intent, now, zone, chosen);
  const at = action.do === 'record' && 'at' in action.command ? action.command.at : undefined;
  return {
    action,
    word: wordOf(intent) ?? lineKinds.find(({ id }) => id === kind)?.word ?? 'Note',
    said: action.do === 'record' ? sayCommand(action.command, context, zone) : '',
    ...(at === undefined ? {} : { at }),
  };
};

/** A promised time is the one thing that a clock time alone does not tell: it lies ahead, perhaps tomorrow. */
const sayCommand = (command: Command, { names }: LineContext, zone: string): string => {
  const said = describeCommand(command, names);
  if (command.type !== 'PromiseUpdate') return said;
  return `${said}: by ${formatClock(command.promisedAt, zone)}, ${formatDate(command.promisedAt, zone)}`;
};

interface LineOffers {
  /** UTF-16 offsets in the text as typed. */
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly LineSuggestion[];
}

/** What could stand at the cursor of a line of that kind; what is typed in full already is no longer offered. */
export const offersFor = (text: string, cursor: number, kind: string, context: LineContext): LineOffers | undefined => {
  const spelled = spellKind(text, kind);
  const isBehind = cursor >= spelled.insertedAt;
  const completion = completeLine(spelled.text, isBehind ? cursor + spelled.insertedLength : cursor, context);
  if (!completion) return undefined;
  const typed = spelled.text.slice(completion.from, completion.to);
  const suggestions = completion.suggestions.filter(({ value }) => value !== typed);
  const shift = isBehind ? spelled.insertedLength : 0;
  const from = completion.from - shift;
  // A cursor inside the word that was put in for the kind has nothing to complete.
  if (suggestions.length === 0 || from < 0 || (isBehind && from < spelled.insertedAt)) return undefined;
  return { from, to: completion.to - shift, suggestions };
};

const wordOf = (intent: LineIntent): string | undefined => {
  switch (intent.intent) {
    case 'entry':
      return entryWords[intent.kind];
    case 'task':
      return 'Task';
    case 'decision':
      return 'Decision';
    case 'hypothesis':
      return 'Hypothesis';
    case 'impact':
      return 'Impact';
    case 'severity':
      return 'Severity';
    case 'role':
      return 'Role';
    case 'ack':
    case 'milestone':
      return 'Milestone';
    case 'done':
      return 'Done';
    case 'answer':
      return 'Answered';
    case 'clock-error':
      return 'Clock';
    case 'fix-entry':
      return 'Correction';
    case 'update':
      return 'Update';
    case 'promise':
      return 'Promise';
    case 'start':
      return 'Declare';
    case 'unfinished':
      return unfinishedWords[intent.word];
  }
};

const unfinishedWords: Readonly<Record<string, string>> = {
  '!obs': 'Observed',
  '!alert': 'Alert',
  '!todo': 'To-do',
  '!task': 'Task',
  '!dec': 'Decision',
  '!hyp': 'Hypothesis',
  '!impact': 'Impact',
  '!sev': 'Severity',
  '!role': 'Role',
  '!milestone': 'Milestone',
  '!done': 'Done',
  '!fix': 'Correction',
  '!clock': 'Clock',
  '!upd': 'Update',
  '!promise': 'Promise',
  '!start': 'Declare',
};

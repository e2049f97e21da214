import { readAlert } from './line-alert.ts';
import {
  clockDirections,
  findByStart,
  findSeverity,
  parseTimeBox,
  splitClock,
  splitWord,
  takePerson,
  toClock,
} from './line-arguments.ts';
import {
  type LineContext,
  type LineIntent,
  type LineWord,
  lineWords,
  toLineWord,
  type UnfinishedLine,
} from './line-intent.ts';
import type { EntryKind } from './timeline-events.ts';
import { isTodo } from './todo-text.ts';

type Parts<Intent> = Intent extends LineIntent ? Omit<Intent, 'line' | 'clock'> : never;
/** An intent before it is given its line; a `clock` of its own wins over a leading one. */
type Meaning = Parts<LineIntent> & { readonly clock?: string };

/**
 * Reads the entry line. Never fails: an unknown `!word` is a note with its whole text, and a command that lacks
 * something says so before Enter is pressed.
 */
export const parseLine = (line: string, context: LineContext): LineIntent => {
  const { clock, rest } = splitClock(line);
  const { word, rest: argument } = splitWord(rest);
  const command = toLineWord(word);
  const meaning = command ? readCommand(command, argument, context) : readPlain(rest, context.defaultKind);
  return { ...(clock !== undefined && { clock }), ...meaning, line };
};

const readPlain = (text: string, kind: EntryKind): Meaning => {
  if (text === '') return unfinished('', 'text', 'Type what you see and press Enter.');
  // An unknown command may be a slip or another tool's word: kept whole, the kind says that nobody interpreted it.
  if (text.startsWith('!')) return { intent: 'entry', kind: 'note', text };
  return { intent: 'entry', kind: isTodo(text) ? 'todo' : kind, text };
};

const readCommand = (word: LineWord, text: string, context: LineContext): Meaning => {
  switch (word) {
    case '!obs':
      return readEntry(word, 'observation', text);
    case '!todo':
      return readEntry(word, 'todo', text);
    case '!note':
      return readEntry(word, 'note', text);
    case '!inside':
      return text === '' ? needsText(word) : { intent: 'entry', kind: 'note', text, visibility: 'restricted' };
    case '!alert': {
      const read = readAlert(text);
      return read.text === '' ? needsText(word) : { intent: 'entry', kind: 'alert', ...read };
    }
    case '!promise':
      return readPromise(text, context);
    case '!hyp':
      return text === '' ? needsText(word) : { intent: 'hypothesis', text };
    case '!start':
      return text === '' ? needsText(word) : { intent: 'start', title: text };
    case '!ack': {
      const { clock, rest } = takeClock(text);
      return { intent: 'ack', ...clock, text: rest };
    }
    case '!clock':
      return readClockError(text);
    case '!dec':
      return readDecision(text);
    case '!task':
      return readTask(text, context);
    case '!role':
      return readRole(text, context);
    case '!done':
    case '!fix':
      return readEntryChange(word, text, context);
    case '!sev':
    case '!impact':
    case '!upd':
    case '!milestone':
      return readChoice(word, text, context);
  }
};

const readEntry = (word: LineWord, kind: EntryKind, text: string): Meaning =>
  text === '' ? needsText(word) : { intent: 'entry', kind, text };

const readDecision = (text: string): Meaning => {
  if (text === '') return needsText('!dec');
  const [, chosen = text, because = ''] = /^([\s\S]*?\S)\s+because\s+([\s\S]+)$/i.exec(text) ?? [];
  return { intent: 'decision', chosen, because };
};

const readClockError = (text: string): Meaning => {
  const { word, rest } = splitWord(text);
  const { word: direction, rest: behind } = splitWord(rest);
  const offMs = parseTimeBox(word);
  const sign = findByStart(clockDirections, direction);
  if (offMs === undefined || sign === undefined)
    return unfinished(
      '!clock',
      'clock-error',
      'How far off is this clock? Type 3m fast or 20s slow, then the other clock.',
    );
  const against = behind.replace(/^against\s+/i, '');
  return against === ''
    ? unfinished('!clock', 'text', 'Compared with which clock? Type its name: NTP, the data centre.')
    : { intent: 'clock-error', errorMs: sign === 'fast' ? offMs : -offMs, against };
};

const readTask = (text: string, { people }: LineContext): Meaning => {
  // The owner is always behind an `@`: "!task check the disk" must not make a person of "check".
  const found = text.startsWith('@') ? takePerson(text, people, /^\d+\s*[mh]\b/i) : ({ kind: 'none' } as const);
  if (found.kind === 'none') return unfinished('!task', 'person', 'Who does it? Type @ and a name.');
  if (found.kind === 'several') return whichPerson('!task', found.people);
  const { word, rest } = splitWord(found.rest);
  const timeBoxMs = parseTimeBox(word);
  const what = timeBoxMs === undefined ? found.rest : rest;
  if (what === '') return unfinished('!task', 'text', `What does ${found.person} do?`);
  return { intent: 'task', owner: found.person, ...(timeBoxMs !== undefined && { timeBoxMs }), text: what };
};

const readRole = (text: string, { roles, people }: LineContext): Meaning => {
  const { word, rest } = splitWord(text);
  const role = findByStart(roles, word);
  if (role === undefined) return unfinished('!role', 'role', `Which role? ${roles.join(', ')}.`);
  const found = takePerson(rest, people, /^/);
  if (found.kind === 'none')
    return rest === ''
      ? unfinished('!role', 'person', `Who is ${role}? Type @ and a name.`)
      : { intent: 'role', role, person: rest, reason: '' };
  if (found.kind === 'several') return whichPerson('!role', found.people);
  return { intent: 'role', role, person: found.person, reason: found.rest };
};

const readPromise = (text: string, { audiences }: LineContext): Meaning => {
  const { word, rest } = splitWord(text);
  const audience = findByStart(audiences, word);
  if (audience === undefined) return unfinished('!promise', 'audience', `Who was promised? ${audiences.join(', ')}.`);
  const until = toClock(rest);
  // A promise holds no words: what else is typed would be lost.
  return until === undefined
    ? unfinished('!promise', 'time', 'By when? Type a time of day and nothing behind it.')
    : { intent: 'promise', audience, until };
};

const readEntryChange = (word: '!done' | '!fix', text: string, { entryNames, todos }: LineContext): Meaning => {
  const { word: name, rest } = splitWord(text);
  const entry = entryNames.get(name.replace(/^#/, '').toLowerCase());
  if (entry === undefined)
    return unfinished(word, 'entry', name === '' ? 'Which entry? Type its number.' : `There is no entry ${name}.`);
  if (word === '!done')
    return todos.has(entry) ? { intent: 'answer', todo: entry, result: rest } : { intent: 'done', entry, result: rest };
  return rest === ''
    ? unfinished(word, 'text', 'What is right? Type the new words.')
    : { intent: 'fix-entry', entry, text: rest };
};

// "Reach" is an everyday word ("cannot reach the shop"): only at the start or after a semicolon it begins the number.
const splitReach = (text: string): { readonly text: string; readonly scope?: string } => {
  const found = /(?:^|;)\s*reach\b:?\s*(?<scope>\S.*)$/i.exec(text);
  const scope = found?.groups?.scope;
  return scope === undefined ? { text } : { text: text.slice(0, found?.index).trim(), scope };
};

const readChoice = (word: '!sev' | '!impact' | '!upd' | '!milestone', text: string, context: LineContext): Meaning => {
  const { word: typed, rest } = splitWord(text);
  switch (word) {
    case '!sev': {
      const severity = findSeverity(context.severities, typed);
      return severity === undefined
        ? unfinished(word, 'severity', `Which severity? ${context.severities.join(', ')}.`)
        : { intent: 'severity', severity, reason: rest };
    }
    case '!impact': {
      const level = findByStart(context.impactLevels, typed);
      return level === undefined
        ? unfinished(word, 'impact', `How much? ${context.impactLevels.join(', ')}.`)
        : { intent: 'impact', level, ...splitReach(rest) };
    }
    case '!upd': {
      const audience = findByStart(context.audiences, typed);
      return audience === undefined
        ? unfinished(word, 'audience', `Who is told? ${context.audiences.join(', ')}.`)
        : { intent: 'update', audience, text: rest };
    }
    case '!milestone': {
      const milestone = findByStart(context.milestones, typed);
      if (milestone === undefined)
        return unfinished(word, 'milestone', `Which milestone? ${context.milestones.join(', ')}.`);
      const when = takeClock(rest);
      return { intent: 'milestone', milestone, ...when.clock, rest: when.rest };
    }
  }
};

/** A time of day behind a milestone is when it was reached; it wins over a leading one. */
const takeClock = (text: string): { readonly clock: { readonly clock?: string }; readonly rest: string } => {
  const { word, rest } = splitWord(text);
  const clock = toClock(word);
  return clock === undefined ? { clock: {}, rest: text } : { clock: { clock }, rest };
};

const needsText = (word: LineWord): Meaning => unfinished(word, 'text', `Type ${lineWords[word]}.`);

const whichPerson = (word: LineWord, people: readonly string[]): Meaning =>
  unfinished(word, 'person', `Which one? ${people.join(' or ')}.`);

const unfinished = (word: LineWord | '', missing: UnfinishedLine['missing'], hint: string): UnfinishedLine => ({
  intent: 'unfinished',
  word,
  missing,
  hint,
});

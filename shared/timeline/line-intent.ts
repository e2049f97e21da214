import type { Playbook } from '../playbook/playbook.ts';
import type { EventId } from '../record/ids.ts';
import type { EntryKind, EntryRecorded } from './timeline-events.ts';

/** What the entry line needs to know of the incident and its playbook to read a line. */
export interface LineContext {
  /** What a line without a command becomes. */
  readonly defaultKind: EntryKind;
  /** Full names: roster, roles and playbook. */
  readonly people: readonly string[];
  readonly roles: readonly string[];
  readonly severities: readonly string[];
  readonly milestones: readonly string[];
  readonly impactLevels: readonly string[];
  readonly audiences: readonly string[];
  /** What the ids of roles and audiences are called. */
  readonly names: Pick<Playbook, 'roles' | 'audiences'>;
  /** Entry names in lower case, as people type them (`a-12`, and `12` while one device writes). */
  readonly entryNames: ReadonlyMap<string, EventId>;
  /** Entries that are to-dos: they are answered, not finished. */
  readonly todos: ReadonlySet<EventId>;
  /** Tasks in flight and to-dos without an answer: what `!done` is offered. */
  readonly unfinished: ReadonlySet<EventId>;
}

interface LineBase {
  /** The whole line as typed: whatever was understood, these words can still be recorded. */
  readonly line: string;
  /** A leading time of day as typed; the caller reads it in its zone. */
  readonly clock?: string;
}

/** What a line means. Whoever owns the screen turns it into a command; ids are of the context's own lists. */
export type LineIntent = LineBase &
  (
    | {
        readonly intent: 'entry';
        readonly kind: EntryKind;
        readonly text: string;
        readonly alert?: NonNullable<EntryRecorded['alert']>;
        /** Left out of shared exports. */
        readonly visibility?: 'restricted';
      }
    | { readonly intent: 'start'; readonly title: string }
    | { readonly intent: 'ack'; readonly text: string }
    | { readonly intent: 'severity'; readonly severity: string; readonly reason: string }
    | { readonly intent: 'role'; readonly role: string; readonly person: string; readonly reason: string }
    | { readonly intent: 'hypothesis'; readonly text: string }
    | { readonly intent: 'task'; readonly owner: string; readonly timeBoxMs?: number; readonly text: string }
    | { readonly intent: 'done'; readonly entry: EventId; readonly result: string }
    | { readonly intent: 'answer'; readonly todo: EventId; readonly result: string }
    | { readonly intent: 'decision'; readonly chosen: string; readonly because: string }
    | { readonly intent: 'milestone'; readonly milestone: string; readonly rest: string }
    | { readonly intent: 'impact'; readonly level: string; readonly text: string; readonly scope?: string }
    | { readonly intent: 'update'; readonly audience: string; readonly text: string }
    | { readonly intent: 'promise'; readonly audience: string; readonly until: string }
    | { readonly intent: 'clock-error'; readonly errorMs: number; readonly against: string }
    | { readonly intent: 'fix-entry'; readonly entry: EventId; readonly text: string }
    | UnfinishedLine
  );

/** A command that lacks something; Enter may still record `line` as a note. */
export interface UnfinishedLine {
  readonly intent: 'unfinished';
  /** The command word as listed, empty for a line without one. */
  readonly word: LineWord | '';
  readonly missing:
    | 'text'
    | 'severity'
    | 'role'
    | 'person'
    | 'entry'
    | 'milestone'
    | 'impact'
    | 'audience'
    | 'time'
    | 'clock-error';
  /** One sentence that says what is needed. */
  readonly hint: string;
}

/** Command words with what follows them, in the order in which they are offered. */
export const lineWords = {
  '!obs': 'what you see',
  '!hyp': 'what you suspect',
  '!task': '@who 10m what to do',
  '!done': 'entry, result',
  '!dec': 'what was chosen because why',
  '!alert': 'fire, smoke or prototype, what it says',
  '!todo': 'what to do later',
  '!note': 'anything',
  '!inside': 'anything, left out of shared exports',
  '!sev': 'severity, reason',
  '!impact': 'level, what users see; reach how many',
  '!role': 'role @who',
  '!ack': 'time of day',
  '!milestone': 'milestone, time of day',
  '!upd': 'audience',
  '!promise': 'audience, time promised outside a text',
  '!fix': 'entry, right words',
  '!clock': '3m fast NTP',
  '!start': 'title of a new incident',
} as const;
export type LineWord = keyof typeof lineWords;

/** Other spellings. */
export const wordAliases: Readonly<Record<string, LineWord>> = { '!act': '!task', '!phase': '!milestone' };

export const toLineWord = (typed: string): LineWord | undefined => {
  const word = typed.toLowerCase();
  if (Object.hasOwn(lineWords, word)) return word as LineWord;
  return Object.hasOwn(wordAliases, word) ? wordAliases[word] : undefined;
};

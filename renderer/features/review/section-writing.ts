import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../../shared/kernel/result.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import type { WriteSection } from '../../../shared/review/review-commands.ts';
import type { ReviewSection } from '../../../shared/review/review-events.ts';

/** Text of a section as it stands in the editor, until it is recorded and the section is left. */
export interface OwnText {
  readonly text: string;
  readonly state: 'typing' | 'recording' | 'recorded';
  /** What was on record when this text was last sent or begun: anything else there was written by somebody else. */
  readonly base: string;
  /** Why it could not be recorded; the text is kept. */
  readonly problem?: string;
  /** An earlier run left it behind, and nobody has said yet whether it counts. */
  readonly isLeftover?: true;
}

export interface WritingState {
  readonly incident: IncidentId | undefined;
  readonly texts: ReadonlyMap<ReviewSection, OwnText>;
}

export interface WritingParts {
  readonly execute: (
    incident: IncidentId,
    command: WriteSection,
  ) => Promise<Result<unknown, { readonly sentence: string }>>;
  readonly saveDraft: (incident: IncidentId, key: string, text: string) => void;
  /** Markdown that is on record, empty where there is none. */
  readonly recorded: (incident: IncidentId, section: ReviewSection) => string;
}

export interface SectionWriting {
  readonly store: StoreApi<WritingState>;
  /** Forgets the texts of another incident; record them first. */
  readonly open: (incident: IncidentId) => void;
  /** Keeps the text as a draft at once and records it when typing has paused. */
  readonly type: (section: ReviewSection, text: string) => void;
  /** Shows a draft that an earlier run left; it is recorded when somebody says so or goes on typing. */
  readonly restore: (section: ReviewSection, text: string) => void;
  /** Passes what is typed and not recorded yet through `clean`. True when that changed anything. */
  readonly clean: (incident: IncidentId, clean: (text: string) => string) => boolean;
  /** Back to what is on record. */
  readonly discard: (section: ReviewSection) => void;
  /** True when nothing of this section is left unrecorded. */
  readonly record: (section: ReviewSection) => Promise<boolean>;
  readonly recordAll: () => Promise<boolean>;
}

/** How long typing must pause until the section is recorded. */
const defaultPauseMs = 1_500;

/** How the record keeps a section: line feeds, no white space at its end. */
const asRecorded = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trimEnd();

/** What the editor shows: one's own text, unless somebody else recorded a newer one after it was recorded. */
export const shownText = (own: OwnText | undefined, recorded: string): string => {
  if (!own) return recorded;
  const isOvertaken = own.state === 'recorded' && recorded !== asRecorded(own.text) && recorded !== own.base;
  return isOvertaken ? recorded : own.text;
};

/** Draft first, then the record: a crash loses no more than the last key presses. */
export const createSectionWriting = (parts: WritingParts, pauseMs = defaultPauseMs): SectionWriting => {
  const store = createStore<WritingState>(() => ({ incident: undefined, texts: new Map() }));
  const timers = new Map<ReviewSection, ReturnType<typeof setTimeout>>();
  const underWay = new Map<ReviewSection, Promise<boolean>>();

  const change = (section: ReviewSection, own: OwnText | undefined): void =>
    store.setState(({ texts }) => {
      const changed = new Map(texts);
      if (own) changed.set(section, own);
      else changed.delete(section);
      return { texts: changed };
    });

  const send = async (incident: IncidentId, section: ReviewSection, sent: OwnText): Promise<boolean> => {
    const base = parts.recorded(incident, section);
    change(section, { text: sent.text, state: 'recording', base, ...problemOf(sent) });
    const reply = await parts.execute(incident, { type: 'WriteSection', section, markdown: sent.text });
    if (store.getState().incident !== incident) {
      if (reply.ok) parts.saveDraft(incident, draftKey(section), '');
      return reply.ok;
    }
    const now = store.getState().texts.get(section);
    if (!now) return reply.ok;
    if (!reply.ok) {
      change(section, { text: now.text, state: 'typing', base, problem: reply.error.sentence });
      return false;
    }
    if (now.text !== sent.text) return record(section);
    parts.saveDraft(incident, draftKey(section), '');
    change(section, { text: now.text, state: 'recorded', base });
    return true;
  };

  const record = async (section: ReviewSection): Promise<boolean> => {
    clearTimeout(timers.get(section));
    const { incident, texts } = store.getState();
    const own = texts.get(section);
    if (!incident || !own || own.state === 'recorded') return true;
    const recorded = parts.recorded(incident, section);
    if (asRecorded(own.text) !== recorded) return send(incident, section, own);
    parts.saveDraft(incident, draftKey(section), '');
    change(section, { text: own.text, state: 'recorded', base: recorded });
    return true;
  };

  // One command at a time for a section: the later text would otherwise race the earlier one to the disk.
  const recordInTurn = (section: ReviewSection): Promise<boolean> => {
    const before = underWay.get(section);
    // At once where nothing is under way: whoever leaves the incident in the same breath must not outrun it.
    const turn = before ? before.then(() => record(section)) : record(section);
    underWay.set(section, turn);
    void turn.finally(() => {
      if (underWay.get(section) === turn) underWay.delete(section);
    });
    return turn;
  };

  return {
    store,
    open: (incident) => {
      if (store.getState().incident === incident) return;
      for (const timer of timers.values()) clearTimeout(timer);
      store.setState({ incident, texts: new Map() });
    },
    type: (section, text) => {
      const { incident, texts } = store.getState();
      if (!incident) return;
      const own = texts.get(section);
      const isSending = own?.state === 'recording';
      const base = own?.base ?? parts.recorded(incident, section);
      change(section, { text, state: isSending ? 'recording' : 'typing', base, ...problemOf(own) });
      parts.saveDraft(incident, draftKey(section), text);
      clearTimeout(timers.get(section));
      timers.set(
        section,
        setTimeout(() => void recordInTurn(section), pauseMs),
      );
    },
    restore: (section, text) => {
      const { incident } = store.getState();
      if (!incident || asRecorded(text) === parts.recorded(incident, section)) return;
      change(section, { text, state: 'typing', base: parts.recorded(incident, section), isLeftover: true });
    },
    clean: (incident, clean) => {
      const { incident: current, texts } = store.getState();
      const holding = [...texts].filter(([, { text, state }]) => state !== 'recorded' && clean(text) !== text);
      if (current !== incident || holding.length === 0) return false;
      for (const [section, own] of holding) {
        change(section, { ...own, text: clean(own.text) });
        parts.saveDraft(incident, draftKey(section), clean(own.text));
      }
      return true;
    },
    discard: (section) => {
      const { incident } = store.getState();
      clearTimeout(timers.get(section));
      if (incident) parts.saveDraft(incident, draftKey(section), '');
      change(section, undefined);
    },
    record: recordInTurn,
    recordAll: async () => {
      // What an earlier run left counts only once somebody has said so.
      const mine = [...store.getState().texts].filter(([, { isLeftover }]) => !isLeftover);
      const done = await Promise.all(mine.map(([section]) => recordInTurn(section)));
      return done.every(Boolean);
    },
  };
};

// What was said stays until it is recorded: a message that comes and goes while one types moves the page.
const problemOf = (own: OwnText | undefined): Pick<OwnText, 'problem'> =>
  own?.problem === undefined ? {} : { problem: own.problem };

const draftPrefix = 'section:';
const draftKey = (section: ReviewSection): string => `${draftPrefix}${section}`;

/** The section that a draft belongs to, as far as its key tells. */
export const sectionOfDraft = (key: string): string | undefined =>
  key.startsWith(draftPrefix) ? key.slice(draftPrefix.length) : undefined;

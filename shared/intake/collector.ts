import { err } from '../kernel/result.ts';
import { maxText } from '../record/max-text.ts';
import type { Evidence } from '../timeline/timeline-events.ts';
import { maxItems } from './documents.ts';
import { excerptOf, toPlainText, withoutTokens } from './plain-text.ts';
import type { Finding, ProposedEntry, Skipped } from './proposed-entry.ts';
import { zoneMissing } from './read-moment.ts';

/** Takes what the formats find. One that cannot be an entry is skipped with its reason, never dropped. */
export interface Collector {
  propose(finding: Finding): void;
  skip(where: string, why: string, text?: string): void;
  /** The first one counts. */
  suggestTitle(title: string | undefined): void;
  /** For sources that keep several incidents in one file. */
  nameIncident(id: string, name: string): void;
}

/** A collected entry with its place in the file. */
export interface Collected extends Omit<ProposedEntry, 'otherId'> {
  readonly sequence: string | undefined;
}

export interface Collection {
  readonly collector: Collector;
  readonly collected: readonly Collected[];
  readonly skipped: readonly Skipped[];
  readonly title: () => string | undefined;
  /** Names by id. */
  readonly incidents: ReadonlyMap<string, string>;
  /** True once there was more than `maxItems`; what came after that is not in it. */
  readonly isFull: () => boolean;
  /** True once a time could not be read because nobody said its zone. */
  readonly needsZone: () => boolean;
}

/** No time of a real incident: zero of some counter, or the year 1 that stands for "not ended". */
const notSetBefore = '1990-01-01';
const maxAuthor = 200;
/** What an entry takes. Files of a message are named in its text as well, so none goes without a word. */
const maxEvidence = 50;

/**
 * Collects what one file holds. Beyond the most that an import takes, further findings are dropped and `isFull` says
 * so.
 */
export const createCollection = (
  format: { readonly id: string; readonly name: string },
  fileName: string,
): Collection => {
  const collected: Collected[] = [];
  const skipped: Skipped[] = [];
  const incidents = new Map<string, string>();
  let title: string | undefined;
  let isZoneMissing = false;

  const isFull = () => collected.length + skipped.length > maxItems;

  const skip = (where: string, why: string, text = '') => {
    if (isFull()) return;
    skipped.push({ where, why, text: excerptOf(text) });
  };

  const propose = ({ when, where, line, id, author, sequence, flags = [], ...content }: Finding) => {
    if (isFull()) return;
    const text = toPlainText(content.text);
    const usable = toUsable(text, when);
    if (!usable.ok) {
      isZoneMissing ||= usable.error === zoneMissing;
      skip(where, usable.error, text);
      return;
    }
    const { flags: aboutTime = [], ...moment } = usable.value;
    const own = content.replyTo === undefined ? where : `${where}, answers ${content.replyTo}`;
    const evidence: readonly Evidence[] = [{ kind: 'file', text: `${fileName}, ${own}` }, ...(content.evidence ?? [])];
    collected.push({
      ...content,
      ...moment,
      text,
      author:
        toPlainText(author ?? '')
          .replaceAll('\n', ' ')
          .slice(0, maxAuthor) || format.name,
      flags: [...aboutTime, ...flags],
      evidence: evidence
        .map((piece) => ({ ...piece, text: withoutTokens(piece.text.trim()) }))
        .filter((piece) => piece.text !== '' && piece.text.length <= maxText)
        .slice(0, maxEvidence),
      source: { format: format.id, id, line: line ?? null, where },
      sequence,
    });
  };

  return {
    collector: {
      propose,
      skip,
      suggestTitle: (text) => {
        title ??= text && toPlainText(text).replaceAll('\n', ' ').slice(0, maxAuthor);
      },
      nameIncident: (id, name) => {
        incidents.set(id, toPlainText(name).replaceAll('\n', ' '));
      },
    },
    collected,
    skipped,
    incidents,
    title: () => title || undefined,
    isFull,
    needsZone: () => isZoneMissing,
  };
};

/** The moment of an entry that can be one; the error says why it cannot. */
const toUsable = (text: string, when: Finding['when']): Finding['when'] => {
  if (text === '') return err('it has no words');
  if (!when.ok) return when;
  const { at, typed } = when.value;
  if (at < notSetBefore) return err(`its time, ${typed.text}, stands for one that was not set`);
  return text.length > maxText
    ? err(`it has ${text.length} characters, an entry holds ${maxText}: shorten it there, or record where it is`)
    : when;
};

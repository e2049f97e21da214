import { byText } from '../kernel/by-text.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { clockHistory } from './clock-history.ts';
import type { CadenceInput } from './updates-input.ts';
import type { SentUpdate } from './updates-state.ts';

/** An update as sent, and how it stood against the time that was owed. */
export interface SentRow {
  readonly sent: SentUpdate;
  /** ms after the due time; negative when early, undefined where nothing was due. */
  readonly lateMs?: number;
  readonly isFirst: boolean;
}

/** What this audience was told, newest first; corrections and retractions are rows of their own. */
export const sentRows = (input: CadenceInput, audience: string): readonly SentRow[] => {
  const spans = clockHistory(input, audience);
  const rows = [...input.updates.sent.values()]
    .filter(({ event }) => event.audience === audience)
    .toSorted(byText(({ event }) => event.occurredAt));
  return rows
    .map((sent, index): SentRow => {
      const span = spans.find((one) => one.sent?.id === sent.event.id);
      return {
        sent,
        isFirst: index === 0,
        ...(span ? { lateMs: elapsedMs(span.dueAt, sent.event.occurredAt) } : {}),
      };
    })
    .toReversed();
};

import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { redactedText } from '../record/event.ts';
import type { EventId } from '../record/ids.ts';
import type { EntryKind } from './timeline-events.ts';
import type { Correction, Entry, TimelineState } from './timeline-state.ts';

/** An entry as it counts now, with what it said before. */
export interface EffectiveEntry {
  readonly id: EventId;
  readonly kind: EntryKind;
  readonly text: string;
  /** When it happened, by the newest correction that says so. */
  readonly happenedAt: Instant;
  /** Oldest first: what was struck through, and by which correction. */
  readonly earlier: readonly EarlierVersion[];
}

export interface EarlierVersion {
  readonly text: string;
  readonly happenedAt: Instant;
  readonly replacedBy: Correction;
}

/** The newest correction of the text and the newest of the time count, each on its own. */
export const effectiveEntry = (entry: Entry, redactions: TimelineState['redactions']): EffectiveEntry => {
  const { event, corrections } = entry;
  // A redaction may name the entry or one of its corrections: each holds a text of its own.
  const shown = (text: string, from: EventId) => (redactions.has(from) ? redactedText : text);
  const earlier: EarlierVersion[] = [];
  let text = shown(event.text, event.id);
  let happenedAt = event.occurredAt;
  for (const correction of corrections) {
    earlier.push({ text, happenedAt, replacedBy: correction });
    if (correction.text !== undefined) text = shown(correction.text, correction.event);
    happenedAt = correction.happenedAt ?? happenedAt;
  }
  return { id: event.id, kind: event.kind, text, happenedAt, earlier };
};

export interface EventTimes {
  /** As first recorded. */
  readonly occurredAt: Instant;
  /** By the newest correction. */
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
}

/** How the time of an event is marked: 'clock' is a device whose clock runs ahead, flagged and never refused. */
export const timeFlag = (
  { occurredAt, happenedAt, recordedAt }: EventTimes,
  backdateFlagMs: number,
): 'live' | 'added-later' | 'clock' => {
  const afterMs = elapsedMs(happenedAt, recordedAt);
  // A time corrected to later than the first recording is no clock that runs ahead.
  if (afterMs < 0) return happenedAt === occurredAt ? 'clock' : 'live';
  return afterMs > backdateFlagMs ? 'added-later' : 'live';
};

import { compareTexts } from '../kernel/by-text.ts';
import { minutesToMs } from '../kernel/duration.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { StoredEvent } from '../record/event.ts';
import type { EventId, IncidentId } from '../record/ids.ts';
import { authorName } from '../record/rules.ts';
import { clockRemarks } from '../timeline/clock-trail.ts';
import { type EarlierVersion, effectiveEntry, timeFlag } from '../timeline/effective-entry.ts';
import { type CorrectedTimes, createCorrectedTimes } from './corrected-times.ts';
import { fieldOfEvent } from './field-of-event.ts';
import { type IncidentEvent, isKnownEventType } from './incident-event.ts';
import type { FieldWrite, IncidentState, LoggedEvent } from './incident-state.ts';
import type { RowKind } from './row-kind.ts';
import { rowWords, unknownWords } from './row-words.ts';

/** One event as a line that people read. */
export interface TimelineRow {
  readonly id: EventId;
  /** When it happened, by the newest correction. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly kind: RowKind;
  /** The kind in a word: Observed, Decided, Fixed. */
  readonly word: string;
  readonly text: string;
  /** Who did or saw it, else who typed it. */
  readonly who: string;
  readonly device: string;
  /** What people call it aloud: `ann-7`. Only entries, decisions, hypotheses and tasks have one. */
  readonly name?: string;
  /** Starred for the review. */
  readonly key: boolean;
  /** 'added-later' over the playbook's backdateFlagMinutes; 'clock' when it lies after its own recording. */
  readonly flag: 'live' | 'added-later' | 'clock';
  /** Beside the recorded times, where the error of that device's clock was stated. */
  readonly corrected?: CorrectedTimes;
  /** What is known of the recording clock around this: "clock moved back by 5m 00s". */
  readonly clock: readonly string[];
  /** Struck through, oldest first. */
  readonly earlier: readonly EarlierVersion[];
  readonly withdrawn?: {
    /** The taking back itself: taking that back brings the row back. */
    readonly event: EventId;
    readonly by: string;
    readonly at: Instant;
    readonly reason: string;
    readonly movedTo?: IncidentId;
  };
  readonly redacted?: { readonly by: string; readonly at: Instant; readonly why: string };
  /** Another change to the same field was made without knowledge of this one. */
  readonly isConflict: boolean;
  readonly isRestricted: boolean;
  readonly isCorrectable: boolean;
}

/** Events that show inside the row of another one, or carry nothing to read. */
const withoutRow = new Set([
  'EntryCorrected',
  'EntryStarred',
  'EvidenceAttached',
  'TextRedacted',
  'EventWithdrawn',
  'EventMovedHere',
]);

/** Every event as a line, by the time it happened; equal times in order of application. */
export const projectRows = (state: IncidentState, playbook: Playbook): readonly TimelineRow[] =>
  createRowProjection()(state, playbook);

/** The row of one event, for a dialog about it; undefined for an event that has none. */
export const projectRow = (id: EventId, state: IncidentState, playbook: Playbook): TimelineRow | undefined => {
  const logged = state.logById.get(id);
  return logged && !withoutRow.has(logged.event.type) ? createRowMaker(state, playbook)(logged) : undefined;
};

/**
 * As `projectRows`, for a window that asks again after every commit: only the rows of new events, and of those that
 * they are about, are made anew; all others stay the same objects. At 10,000 rows that is the difference between a
 * dropped frame and none.
 */
export const createRowProjection = (): ((state: IncidentState, playbook: Playbook) => readonly TimelineRow[]) => {
  let last: { readonly log: IncidentState['log']; readonly playbook: Playbook } | undefined;
  let rowsById = new Map<EventId, TimelineRow>();
  let rows: readonly TimelineRow[] = [];
  return (state, playbook) => {
    const isSame = last?.playbook === playbook && last.log.at(-1) === state.log[last.log.length - 1];
    // A stated clock error concerns every row of its device.
    const isLonger =
      isSame && !state.log.slice(last?.log.length).some(({ event }) => event.type === 'ClockErrorStated');
    if (isLonger && last?.log.length === state.log.length) return rows;
    const known = isLonger && last ? last.log.length : 0;
    if (known === 0) rowsById = new Map();
    const toRow = createRowMaker(state, playbook);
    for (const id of touchedBy(state.log.slice(known), state)) {
      const logged = state.logById.get(id);
      if (logged && !withoutRow.has(logged.event.type)) rowsById.set(id, toRow(logged));
    }
    last = { log: state.log, playbook };
    rows = [...rowsById.values()].sort(byOccurrence(state));
    return rows;
  };
};

/** New events, what they name by id, and what they contradict. */
const touchedBy = (fresh: readonly LoggedEvent[], state: IncidentState): ReadonlySet<EventId> => {
  const touched = new Set<EventId>();
  const from = fresh[0]?.index ?? state.log.length;
  for (const move of state.clocks.moves) if (move.index >= from) for (const id of move.before) touched.add(id);
  for (const { event } of fresh) {
    touched.add(event.id);
    for (const value of Object.values(event)) if (typeof value === 'string') touched.add(value as EventId);
    for (const write of writesBeside(state, event)) touched.add(write.event);
  }
  return touched;
};

const byOccurrence =
  ({ logById }: IncidentState) =>
  (a: TimelineRow, b: TimelineRow): number =>
    compareTexts(a.at, b.at) || (logById.get(a.id)?.index ?? 0) - (logById.get(b.id)?.index ?? 0);

const createRowMaker = (state: IncidentState, playbook: Playbook): ((logged: LoggedEvent) => TimelineRow) => {
  const surroundings = { correctedOf: createCorrectedTimes(state), remarks: clockRemarks(state.clocks) };
  return (logged) => toRow(logged, state, playbook, surroundings);
};

interface RowSurroundings {
  readonly correctedOf: (logged: LoggedEvent) => CorrectedTimes | undefined;
  readonly remarks: ReadonlyMap<EventId, readonly string[]>;
}

const toRow = (
  logged: LoggedEvent,
  state: IncidentState,
  playbook: Playbook,
  { correctedOf, remarks }: RowSurroundings,
): TimelineRow => {
  const { event, by, recordedAt } = logged;
  const { timeline, withdrawn } = state;
  const known = isKnownEventType(event.type) ? (event as IncidentEvent) : undefined;
  const words = known ? rowWords(known, state, playbook) : unknownWords(event);
  const entry = timeline.entries.get(event.id);
  const effective = entry && effectiveEntry(entry, timeline.redactions);
  const at = effective?.happenedAt ?? event.occurredAt;
  const withdrawal = withdrawn.has(event.id) ? timeline.withdrawals.get(event.id) : undefined;
  const redaction = timeline.redactions.get(event.id);
  const name = known && 'name' in known ? known.name : undefined;
  const corrected = correctedOf(logged);
  return {
    id: event.id,
    at,
    recordedAt,
    ...words,
    text: effective?.text ?? words.text,
    who: words.who ?? authorName(by),
    device: by.device,
    ...(name ? { name: `${name.tag}-${name.n}` } : {}),
    key: timeline.stars.get(event.id) ?? entry?.key ?? words.key ?? false,
    flag: timeFlag(
      { occurredAt: event.occurredAt, happenedAt: at, recordedAt },
      minutesToMs(playbook.settings.backdateFlagMinutes),
    ),
    ...(corrected ? { corrected: at === event.occurredAt ? corrected : withoutMoment(corrected) } : {}),
    clock: remarks.get(event.id) ?? [],
    earlier: effective?.earlier ?? [],
    ...(withdrawal ? { withdrawn: withdrawal } : {}),
    ...(redaction ? { redacted: redaction } : {}),
    isConflict: isInConflict(state, event),
    // Of the event itself: an entry that was taken back is no entry any more, and its text must stay inside too.
    isRestricted: known?.type === 'EntryRecorded' && known.visibility === 'restricted',
    isCorrectable: entry !== undefined && !redaction,
  };
};

const isInConflict = (state: IncidentState, event: StoredEvent): boolean => {
  const writes = writesBeside(state, event);
  return writes.length > 1 && writes.some((write) => write.event === event.id);
};

const writesBeside = (state: IncidentState, event: StoredEvent): readonly FieldWrite[] => {
  const field = isKnownEventType(event.type) ? fieldOfEvent(event as IncidentEvent) : undefined;
  return (field === undefined ? undefined : state.writes.get(field)) ?? [];
};

// Somebody has corrected the moment: it is no longer the one that the device's clock showed.
const withoutMoment = ({ at: _, ...corrected }: CorrectedTimes): CorrectedTimes => corrected;

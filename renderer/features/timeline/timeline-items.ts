import type { Conflict, ConflictSide } from '../../../shared/incident/conflicts.ts';
import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import type { TimelineRow } from '../../../shared/incident/timeline-row.ts';
import { byText } from '../../../shared/kernel/by-text.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { toLocalTime } from '../../../shared/kernel/zone.ts';
import type { MilestoneNote } from '../../../shared/lifecycle/milestone-notes.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import type { OverdueRow } from '../../../shared/updates/due.ts';
import type { OpenIncident, PendingCommand } from '../../state/incident-store.ts';
import { noteWords } from './note-words.ts';

/** What a row shows beside its own words. */
export interface RowMarks {
  /** What a milestone closed, or why it no longer holds. */
  readonly closes?: string;
  /** Written elsewhere: the entry's name there, else the device. */
  readonly elsewhere?: string;
  /** The other sides of a conflict. */
  readonly against?: readonly ConflictSide[];
  readonly evidence?: readonly string[];
  /** Two milestones in one minute: only the seconds tell their order. */
  readonly withSeconds?: boolean;
}

export type Unreadable = OpenIncident['problems'][number];

/** Lines that nobody recorded: the day, a promise that passed, what cannot be read, a command that is not on disk yet. */
export type PlainItem =
  | { readonly type: 'day'; readonly key: string; readonly at: Instant }
  | { readonly type: 'overdue'; readonly key: string; readonly overdue: OverdueRow }
  | { readonly type: 'gap'; readonly key: string; readonly at: Instant; readonly gap: Unreadable }
  | { readonly type: 'pending'; readonly key: string; readonly pending: PendingCommand };

export type TimelineItem =
  | { readonly type: 'row'; readonly key: string; readonly row: TimelineRow; readonly marks: RowMarks }
  | PlainItem;

export interface ItemSources {
  readonly rows: readonly TimelineRow[];
  readonly overdue: readonly OverdueRow[];
  /** Places of the journals that cannot be read. */
  readonly gaps: readonly Unreadable[];
  readonly pending: readonly PendingCommand[];
  readonly notes: ReadonlyMap<EventId, MilestoneNote>;
  readonly conflicts: readonly Conflict[];
  readonly entries: IncidentState['timeline']['entries'];
  /** Device tag of this window; rows of others say where they were written. */
  readonly device: string;
  /** IANA zone in which days begin. */
  readonly zone: string;
}

const plain: RowMarks = {};

/**
 * The lines of the list. A row whose words and marks are the same stays the same object, so that only what changed is
 * drawn again.
 */
export const createTimelineItems = (): ((sources: ItemSources) => readonly TimelineItem[]) => {
  const kept = new WeakMap<TimelineRow, { readonly item: TimelineItem; readonly marks: string }>();

  const toItem = (row: TimelineRow, marks: RowMarks): TimelineItem => {
    const before = kept.get(row);
    const text = marks === plain ? '' : JSON.stringify(marks);
    if (before?.marks === text) return before.item;
    const item: TimelineItem = { type: 'row', key: row.id, row, marks };
    kept.set(row, { item, marks: text });
    return item;
  };

  return (sources) => {
    const marksOf = createMarks(sources);
    const items = sources.rows.map((row) => toItem(row, marksOf(row)));
    return [
      ...withDays(
        mergeDerived(items, [...sources.overdue.map(toOverdue), ...sources.gaps.flatMap(toGap)]),
        sources.zone,
      ),
      ...sources.pending.map((pending): TimelineItem => ({ type: 'pending', key: pending.id, pending })),
    ];
  };
};

const createMarks = ({
  rows,
  notes,
  conflicts,
  entries,
  device,
  zone,
}: ItemSources): ((row: TimelineRow) => RowMarks) => {
  const against = new Map<EventId, readonly ConflictSide[]>();
  for (const { sides } of conflicts)
    for (const side of sides)
      against.set(
        side.row,
        sides.filter(({ event }) => event !== side.event),
      );
  const crowded = crowdedMinutes(rows);
  return (row) => {
    const note = row.kind === 'milestone' ? noteWords(notes.get(row.id), zone) : undefined;
    const sides = against.size > 0 ? against.get(row.id) : undefined;
    const evidence = entries.get(row.id)?.evidence;
    const isElsewhere = row.device !== device && row.device !== '';
    const withSeconds = row.kind === 'milestone' && crowded.has(minuteOf(row));
    if (!note && !sides && !evidence?.length && !isElsewhere && !withSeconds) return plain;
    return {
      ...(note ? { closes: note } : {}),
      ...(sides ? { against: sides } : {}),
      ...(evidence?.length ? { evidence: evidence.map(({ text }) => text) } : {}),
      ...(isElsewhere ? { elsewhere: row.name ?? row.device } : {}),
      ...(withSeconds ? { withSeconds } : {}),
    };
  };
};

const crowdedMinutes = (rows: readonly TimelineRow[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const crowded = new Set<string>();
  for (const row of rows) {
    if (row.kind !== 'milestone') continue;
    const minute = minuteOf(row);
    if (seen.has(minute)) crowded.add(minute);
    seen.add(minute);
  }
  return crowded;
};
const minuteOf = ({ at }: TimelineRow): string => at.slice(0, 16);

const toOverdue = (overdue: OverdueRow): TimelineItem => ({
  type: 'overdue',
  key: `overdue-${overdue.audience}-${overdue.at}`,
  overdue,
});

const toGap = (gap: Unreadable): readonly TimelineItem[] =>
  gap.after === undefined ? [] : [{ type: 'gap', key: `gap-${gap.file}-${gap.line}`, at: gap.after, gap }];

/** Each behind the last row of its moment. */
const mergeDerived = (items: readonly TimelineItem[], derived: readonly TimelineItem[]): readonly TimelineItem[] => {
  if (derived.length === 0) return items;
  const waiting = [...derived].sort(byText(instantOf));
  const merged: TimelineItem[] = [];
  for (const item of items) {
    for (let first = waiting[0]; first && instantOf(first) < instantOf(item); first = waiting[0]) {
      merged.push(first);
      waiting.shift();
    }
    merged.push(item);
  }
  return [...merged, ...waiting];
};

/** A heading before the first line of each day, once there are several. */
const withDays = (items: readonly TimelineItem[], zone: string): readonly TimelineItem[] => {
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last || dayOf(first, zone) === dayOf(last, zone)) return items;
  const dated: TimelineItem[] = [];
  // Local dates of 10,000 lines cost a tenth of a second; the borders between days are found by halving instead.
  for (let start = 0; start < items.length; ) {
    const begins = items[start];
    if (!begins) break;
    const day = dayOf(begins, zone);
    let [low, high] = [start, items.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      const item = items[middle];
      if (item && dayOf(item, zone) === day) low = middle;
      else high = middle;
    }
    dated.push({ type: 'day', key: `day-${day}`, at: instantOf(begins) });
    for (let index = start; index < high; index += 1) {
      const item = items[index];
      if (item) dated.push(item);
    }
    start = high;
  }
  return dated;
};

const dayOf = (item: TimelineItem, zone: string): string => toLocalTime(instantOf(item), zone).date;
const instantOf = (item: TimelineItem): Instant => {
  switch (item.type) {
    case 'row':
      return item.row.at;
    case 'day':
    case 'gap':
      return item.at;
    case 'overdue':
      return item.overdue.at;
    case 'pending':
      return item.pending.since;
  }
};

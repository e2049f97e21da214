import { dayMs, hoursToMs } from '../kernel/duration.ts';
import { addMs, elapsedMs, type Instant, instantToMs, msToInstant } from '../kernel/instant.ts';
import { toLocalTime } from '../kernel/zone.ts';
import type { RegulatorClock, RegulatorInstant } from '../playbook/playbook.ts';
import type { DueState } from './due.ts';
import type { UpdatesInput } from './updates-input.ts';

export type RegulatorDue =
  | { readonly kind: 'clock'; readonly at: Instant; readonly state: DueState; readonly leftMs: number }
  /** Triggers are recorded, never guessed from detection (domain.md 5.1). */
  | { readonly kind: 'no-trigger'; readonly trigger: RegulatorInstant };

const longestSoonMs = hoursToMs(24);

/**
 * Deadline of one regulator clock; not legal advice. Months keep the day, cut to the month's last. `business` counts
 * no Saturday and no Sunday of `zone`: public holidays are not known here, so the deadline may really be later.
 */
export const regulatorDue = (
  preset: RegulatorClock,
  trigger: Instant | undefined,
  now: Instant,
  zone = 'UTC',
): RegulatorDue => {
  if (!trigger) return { kind: 'no-trigger', trigger: preset.triggerInstant };
  const at = deadline(preset, trigger, zone);
  const leftMs = elapsedMs(now, at);
  return { kind: 'clock', at, state: stateOf(leftMs, elapsedMs(trigger, at)), leftMs };
};

/** The enabled clocks of the playbook with their recorded triggers. */
export const regulatorRows = (
  input: Pick<UpdatesInput, 'playbook' | 'lifecycle' | 'updates'>,
  now: Instant,
): readonly { readonly preset: RegulatorClock; readonly due: RegulatorDue }[] =>
  input.playbook.regulators
    .filter(({ enabled }) => enabled)
    .map((preset) => ({
      preset,
      due: regulatorDue(preset, triggerOf(preset.triggerInstant, input), now, input.playbook.publicZone),
    }));

const triggerOf = (
  trigger: RegulatorInstant,
  { lifecycle, updates }: Pick<UpdatesInput, 'lifecycle' | 'updates'>,
): Instant | undefined => {
  if (trigger !== 'notifiedAt') return lifecycle.regulatorInstants.get(trigger);
  // The full notification starts the clock of the report after it; before there is one, the first word that was sent.
  const sent = [...updates.sent.values()].map(({ event }) => event).filter(({ audience }) => audience === 'regulator');
  const [first] = sent.map(({ occurredAt }) => occurredAt).sort();
  return sent.findLast(({ situation }) => situation === 'regulator-notification')?.occurredAt ?? first;
};

const stateOf = (leftMs: number, spanMs: number): DueState => {
  if (leftMs > Math.min(longestSoonMs, spanMs / 4)) return 'ok';
  if (leftMs > 0) return 'soon';
  return leftMs > -60_000 ? 'due' : 'overdue';
};

const deadline = ({ offset, calendar }: RegulatorClock, trigger: Instant, zone: string): Instant => {
  if (offset.unit === 'months') return addMonths(trigger, offset.count);
  const ms = offset.unit === 'days' ? offset.count * dayMs : hoursToMs(offset.count);
  return calendar === 'wall' ? addMs(trigger, ms) : addBusinessMs(trigger, ms, zone);
};

const addMonths = (trigger: Instant, count: number): Instant => {
  const date = new Date(instantToMs(trigger));
  const month = date.getUTCMonth() + count;
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  date.setUTCMonth(month, Math.min(date.getUTCDate(), lastDay));
  return msToInstant(date.getTime());
};

// In steps of at most an hour, so that a weekend that begins within the span is left out to the hour of the zone.
const addBusinessMs = (trigger: Instant, ms: number, zone: string): Instant => {
  let at = trigger;
  let left = ms;
  while (left > 0) {
    const step = Math.min(hoursToMs(1) - (instantToMs(at) % hoursToMs(1)), left);
    if (!isWeekend(at, zone)) left -= step;
    at = addMs(at, isWeekend(at, zone) ? hoursToMs(1) - (instantToMs(at) % hoursToMs(1)) : step);
  }
  return at;
};

const isWeekend = (at: Instant, zone: string): boolean => {
  const weekday = new Date(Date.parse(`${toLocalTime(at, zone).date}T00:00:00Z`)).getUTCDay();
  return weekday === 0 || weekday === 6;
};

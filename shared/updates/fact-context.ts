import type { Instant } from '../kernel/instant.ts';
import { formatClock, formatDate, toLocalTime, zoneName } from '../kernel/zone.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { redactedText } from '../record/event.ts';
import type { SituationField, UpdateSent } from './updates-events.ts';
import type { UpdatesInput } from './updates-input.ts';

/** What is typed when a text is made and stands in no record yet. */
export interface TypedFacts {
  /** The promised next time; without it the draft offers one. */
  readonly nextUpdateAt?: Instant;
  readonly correctedAt?: Instant;
  readonly wrong?: string;
  readonly right?: string;
}

/** Everything that a group of facts is projected from. */
export interface FactContext {
  readonly input: UpdatesInput;
  readonly audience: string;
  readonly now: Instant;
  readonly typed: TypedFacts;
  /** Zone of the times in this text. */
  readonly zone: string;
}

/** Public texts speak in the playbook's public zone, whatever device they are written on. */
export const zoneOf = (
  { playbook, deviceZone }: { readonly playbook: Playbook; readonly deviceZone?: string },
  audience: string,
): string => {
  if (audience === 'public' || audience === 'regulator') return playbook.publicZone;
  return playbook.displayZone === 'local' ? (deviceZone ?? playbook.publicZone) : playbook.displayZone;
};

/** `10:25 UTC`, with the date before it where that is not the day of `now`. */
export const clockText = (instant: Instant, { now, zone }: Pick<FactContext, 'now' | 'zone'>): string => {
  const clock = `${formatClock(instant, zone)} ${zoneName(instant, zone)}`;
  const sameDay = toLocalTime(instant, zone).date === toLocalTime(now, zone).date;
  return sameDay ? clock : `${formatDate(instant, zone)}, ${clock}`;
};

/** Responders and executives may read of causes and severities; customers and those who answer them may not. */
export const isInside = (audience: string): boolean => audience === 'chat' || audience === 'exec';

/** What somebody stated, without what was redacted since. */
export const statedText = ({ input }: FactContext, field: SituationField): string | undefined => {
  const text = input.updates.facts.get(field)?.text;
  return text === redactedText ? undefined : text;
};

/** The newest update to this audience, by the instant of sending. */
export const lastSent = ({ updates }: Pick<UpdatesInput, 'updates'>, audience: string): UpdateSent | undefined => {
  let last: UpdateSent | undefined;
  for (const { event } of updates.sent.values())
    if (event.audience === audience && (!last || event.occurredAt >= last.occurredAt)) last = event;
  return last;
};

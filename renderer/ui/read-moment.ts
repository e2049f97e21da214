import { type Instant, instantToMs, parseInstant } from '../../shared/kernel/instant.ts';
import { momentsOf, offsetMinutes, parseClock, parseComingClock } from '../../shared/kernel/zone.ts';

/** What stands in a moment field: the text as typed, and the answer where the text alone was not enough. */
export interface MomentText {
  readonly text: string;
  readonly chosen?: Instant;
}

export type MomentReading =
  /** An empty field: the moment of recording. */
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly at: Instant; readonly typed: TypedMoment }
  /** The field has to ask which of them is meant. */
  | { readonly kind: 'ask'; readonly why: 'long-ago' | 'twice'; readonly candidates: readonly Instant[] }
  | { readonly kind: 'bad'; readonly sentence: string };

/** Kept beside the instant: a later change of zone rules must not move what somebody typed. */
interface TypedMoment {
  readonly text: string;
  readonly zone: string;
  readonly offsetMinutes: number;
}

export const emptyMoment: MomentText = { text: '' };

/**
 * Reads `9:04`, `09:04:30`, `2026-03-02 09:04` (in `zone`) or a full instant with its own zone. A time of day alone is
 * the last such moment, or the next one where something `coming` is asked for.
 */
export const readMoment = (
  { text, chosen }: MomentText,
  zone: string,
  now: Instant,
  direction: 'past' | 'coming' = 'past',
): MomentReading => {
  const typed = text.trim();
  if (typed === '') return { kind: 'now' };
  if (chosen) return { kind: 'at', at: chosen, typed: toTyped(typed, zone, chosen) };
  const dated = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)$/.exec(typed);
  if (dated) return readDated(typed, `${dated[1]}T${(dated[2] ?? '').padStart(5, '0')}`, zone);
  if (typed.includes('-')) {
    const instant = parseInstant(typed);
    return instant.ok
      ? { kind: 'at', at: instant.value, typed: toTyped(typed, zone, instant.value) }
      : { kind: 'bad', sentence: `${instant.error}.` };
  }
  if (direction === 'coming') return readComing(typed, zone, now);
  const clock = parseClock(typed, zone, now);
  if (!clock.ok) return { kind: 'bad', sentence: `${clock.error}.` };
  if (clock.value.kind === 'ask') return clock.value;
  return { kind: 'at', at: clock.value.at, typed: toTyped(typed, zone, clock.value.at) };
};

const readComing = (text: string, zone: string, now: Instant): MomentReading => {
  const coming = parseComingClock(text, zone, now);
  return coming.ok
    ? { kind: 'at', at: coming.value, typed: toTyped(text, zone, coming.value) }
    : { kind: 'bad', sentence: `${coming.error}.` };
};

const readDated = (text: string, local: string, zone: string): MomentReading => {
  const guess = parseInstant(`${local}Z`);
  if (!guess.ok) return { kind: 'bad', sentence: `"${text}" is no day and time like 2026-03-02 09:04.` };
  const candidates = momentsOf(instantToMs(guess.value), zone).sort();
  const [first, second] = candidates;
  if (!first) return { kind: 'bad', sentence: `The clock in ${zone} never showed ${text}.` };
  if (second) return { kind: 'ask', why: 'twice', candidates };
  return { kind: 'at', at: first, typed: toTyped(text, zone, first) };
};

const toTyped = (text: string, zone: string, at: Instant): TypedMoment => ({
  text,
  zone,
  offsetMinutes: offsetMinutes(at, zone),
});

import type { Command } from '../../../shared/incident/command.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { PublicStatus } from '../../../shared/lifecycle/lifecycle.ts';
import { type Situation, situations } from '../../../shared/playbook/playbook.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { draftCorrection, draftRetraction } from '../../../shared/updates/correction.ts';
import { draftUpdate } from '../../../shared/updates/draft.ts';
import type { Facts, MissingFact } from '../../../shared/updates/fact.ts';
import { lastSent, zoneOf } from '../../../shared/updates/fact-context.ts';
import { type LintReport, lintUpdate } from '../../../shared/updates/lint.ts';
import { longestWaitMs, promiseInText } from '../../../shared/updates/next-times.ts';
import type { Rendered } from '../../../shared/updates/render.ts';
import type { UpdateSent } from '../../../shared/updates/updates-events.ts';
import type { UpdatesInput } from '../../../shared/updates/updates-input.ts';
import type { Place } from './place.ts';
import { statusWordIn } from './status-words.ts';

/** A text on its way out, with everything that is known about it at `now`. */
export interface Composition {
  readonly audience: string;
  readonly audienceName: string;
  /** "Public update 6", "Correction of public update 5". */
  readonly title: string;
  readonly text: string;
  /** Where the text stands: it follows the facts, or it is as somebody typed or copied it. */
  readonly origin: 'facts' | 'typed' | 'copied';
  /** True where it says something else than the facts would. */
  readonly isEdited: boolean;
  /** Copied, and the facts have changed since: the text is still the copied one. */
  readonly hasMovedOn: boolean;
  /** What the facts make of the template; missing where the playbook has no text for it. */
  readonly rendered: Rendered | undefined;
  readonly facts: Facts | undefined;
  readonly situation: Situation | undefined;
  readonly alternatives: readonly Situation[];
  readonly promisedAt: Instant | undefined;
  /** ms; undefined where no interval runs. */
  readonly longestMs: number | undefined;
  readonly closing: boolean;
  readonly zone: string;
  readonly report: LintReport;
  readonly last: UpdateSent | undefined;
  readonly now: Instant;
  /** Newest line of the journal that it was made from. */
  readonly head: string | undefined;
  /** Facts that still stand in the text as `[...]`: it must not go out like this. */
  readonly blocked: readonly MissingFact[];
  /** Records it as sent; missing while there is nothing to send. */
  readonly command: Command | undefined;
}

interface Moment {
  readonly now: Instant;
  /** Newest line of the journal: what the record held when it was sent. */
  readonly head: string | undefined;
}

/** What the composer shows and would send, worked out anew from the record and from what the place keeps of it. */
export const composeUpdate = (
  input: UpdatesInput,
  audience: string,
  place: Place,
  { now, head }: Moment,
): Composition => {
  const wanted = place.text === undefined ? place.nextAt : promiseInText(place.text, zoneOf(input, audience), now);
  const chosen = wanted && wanted > now ? wanted : undefined;
  const draft = draftUpdate(input, audience, now, {
    ...(place.situation === undefined ? {} : { situation: place.situation }),
    ...(chosen === undefined ? {} : { nextUpdateAt: chosen }),
  });
  const common = textOf(input, audience, place, {
    head,
    now,
    rendered: draft?.rendered,
    promisedAt: draft?.promisedAt,
  });
  const { text, promisedAt, last } = common;
  const held = place.copied?.command.type === 'SendUpdate' ? place.copied.command : undefined;
  const closing = held ? held.closing === true : draft?.closing === true || /\bthis is the last update\b/i.test(text);
  const situation = situations.find((known) => known === held?.situation) ?? draft?.situation ?? place.situation;
  const word: PublicStatus | undefined =
    audience === 'public' ? (statusWordIn(text) ?? draft?.publicStatus) : undefined;
  return {
    ...common,
    title: `${common.audienceName} update ${(last?.n ?? 0) + 1}`,
    facts: draft?.facts,
    situation,
    alternatives: draft?.alternatives ?? [],
    closing,
    command:
      held ??
      (text.trim() === ''
        ? undefined
        : {
            type: 'SendUpdate',
            audience,
            text,
            situation: situation ?? 'own',
            ...(word === undefined ? {} : { publicStatus: word }),
            ...(promisedAt === undefined ? {} : { promisedAt }),
            ...(closing ? { closing } : {}),
            ...(head === undefined ? {} : { head }),
          }),
  };
};

/** Undefined for an update that nobody knows. */
export const composeMend = (
  input: UpdatesInput,
  update: EventId,
  place: Place,
  { now, head }: Moment,
): Composition | undefined => {
  const original = input.updates.sent.get(update)?.event;
  if (!original) return undefined;
  const { wrong = '', right = '', reason = '', mending = 'correct' } = place;
  const draft =
    mending === 'correct'
      ? draftCorrection(input, update, { wrong, right }, now)
      : draftRetraction(input, update, reason, now);
  const common = textOf(input, original.audience, place, {
    head,
    now,
    rendered: draft?.rendered,
    promisedAt: draft?.promisedAt,
  });
  const { text, promisedAt } = common;
  const promise = promisedAt === undefined ? {} : { promisedAt };
  return {
    ...common,
    title: `${mending === 'correct' ? 'Correction' : 'Retraction'} of ${common.audienceName.toLowerCase()} update ${original.n}`,
    facts: draft?.facts,
    situation: undefined,
    alternatives: [],
    closing: false,
    command:
      place.copied?.command ??
      (text.trim() === ''
        ? undefined
        : mending === 'correct'
          ? { type: 'CorrectUpdate', update, wrong, right, text, ...promise }
          : { type: 'RetractUpdate', update, reason, text, ...promise }),
  };
};

const textOf = (
  input: UpdatesInput,
  audience: string,
  place: Place,
  { now, head, rendered, promisedAt }: Moment & Pick<Composition, 'rendered' | 'promisedAt'>,
) => {
  const zone = zoneOf(input, audience);
  const { copied } = place;
  // Time alone rewrites a text as well (a duration, the offered time): only with something new on record did facts move.
  const hasMovedOn = copied !== undefined && copied.head !== head && copied.rendered !== rendered?.text;
  const text = place.text ?? rendered?.text ?? '';
  // What the text says is what was promised: once somebody typed, the text alone counts.
  const promise = place.text === undefined ? promisedAt : promiseInText(text, zone, now);
  return {
    audience,
    audienceName: input.playbook.audiences.find(({ id }) => id === audience)?.name ?? audience,
    text,
    origin: copied ? ('copied' as const) : place.text === undefined ? ('facts' as const) : ('typed' as const),
    isEdited: place.text !== undefined && place.text !== rendered?.text,
    hasMovedOn,
    rendered,
    promisedAt: promise,
    longestMs: longestWaitMs(input, audience, now),
    zone,
    report: lintUpdate(text, audience, input, now, promise),
    last: lastSent(input, audience),
    now,
    head,
    blocked: rendered?.blocked.filter((fact) => text.includes(`[${fact.text}]`)) ?? [],
  };
};

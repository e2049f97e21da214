import { earliest, type Instant } from '../kernel/instant.ts';
import type { EventId } from '../record/ids.ts';
import { due, offeredNextTime } from './due.ts';
import type { Facts } from './fact.ts';
import { projectFacts } from './facts.ts';
import { type Rendered, render } from './render.ts';
import type { UpdatesInput } from './updates-input.ts';
import type { SentUpdate } from './updates-state.ts';

export interface MendingDraft {
  readonly update: EventId;
  readonly audience: string;
  readonly rendered: Rendered;
  readonly facts: Facts;
  readonly promisedAt?: Instant;
}

/** The whole-message withdrawal says why (domain.md 5.7); the playbook has no text of its own for it. */
const retractionText = 'We take back our update of {{correctedAt}}. {{right}}';

/**
 * Names the old claim and the right one; the old text stays as sent. Undefined for an update nobody knows. The offered
 * next time is never later than the one that the audience was promised.
 */
export const draftCorrection = (
  input: UpdatesInput,
  update: EventId,
  claims: { readonly wrong: string; readonly right: string },
  now: Instant,
): MendingDraft | undefined => {
  const original = input.updates.sent.get(update);
  const template = input.playbook.templates.find(
    ({ audience, situation }) => situation === 'correction' && audience === original?.event.audience,
  );
  return original && template && mend(input, original, template.text, claims, now);
};

/** The reason stands as its own sentence, in the words given. */
export const draftRetraction = (
  input: UpdatesInput,
  update: EventId,
  reason: string,
  now: Instant,
): MendingDraft | undefined => {
  const original = input.updates.sent.get(update);
  const sentence = reason.trim() && `${reason.trim().replace(/[.\s]*$/, '')}.`;
  return original && mend(input, original, retractionText, { wrong: '', right: sentence }, now);
};

const mend = (
  input: UpdatesInput,
  { event }: SentUpdate,
  text: string,
  claims: { readonly wrong: string; readonly right: string },
  now: Instant,
): MendingDraft => {
  const { audience } = event;
  const promisedAt = nextTime(input, audience, now);
  const facts = projectFacts(input, audience, now, {
    ...claims,
    correctedAt: event.occurredAt,
    ...(promisedAt && { nextUpdateAt: promisedAt }),
  });
  const tail = promisedAt ? input.playbook.nextUpdateLine : undefined;
  return {
    update: event.id,
    audience,
    rendered: render({ text, tail }, facts),
    facts,
    ...(promisedAt && { promisedAt }),
  };
};

const nextTime = (input: UpdatesInput, audience: string, now: Instant): Instant | undefined => {
  if (input.lifecycle.status !== 'open') return undefined;
  const offered = offeredNextTime(input, audience, now);
  const open = due(input, audience, now);
  if (open.kind === 'no-clock' || open.at <= now) return offered;
  return offered ? earliest(offered, open.at) : open.at;
};

import { z } from 'zod';
import { type Instant, isInstant } from '../kernel/instant.ts';
import { isZone } from '../kernel/zone.ts';
import type { CommandId, EventId, IncidentId } from './ids.ts';
import { maxText } from './max-text.ts';

const maxItems = 200;

export const text = z.string().max(maxText, `longer than ${maxText} characters`);
export const texts = z.array(text).max(maxItems);
/** A name, a key, an id that people type. */
export const shortText = z.string().max(500, 'longer than 500 characters');
export const shortTexts = z.array(shortText).max(maxItems);

export const instant = z.custom<Instant>(isInstant, 'no moment in UTC like 2026-03-02T09:04:00.000Z');
const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;
export const eventId = z.custom<EventId>((value) => typeof value === 'string' && ulid.test(value), 'no event id');
export const incidentId = z.custom<IncidentId>(
  (value) => typeof value === 'string' && ulid.test(value),
  'no incident id',
);
/** Made by the caller: any short token. */
export const commandId = z.custom<CommandId>(
  (value) => typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value),
  'no command id (letters, digits, . _ : -)',
);

const typedTime = z.strictObject({
  text: shortText,
  zone: shortText.refine(isZone, 'no zone that this machine knows'),
  offsetMinutes: z.int().min(-1_080).max(1_080),
});

/** The schema of one command: nothing but its own fields and those of `When`. */
export const command = <const Type extends string, Fields extends z.core.$ZodLooseShape>(type: Type, fields: Fields) =>
  z.strictObject({
    type: z.literal(type),
    ...fields,
    at: instant.exactOptional(),
    typed: typedTime.exactOptional(),
  });

export const durationMs = z.int().positive();

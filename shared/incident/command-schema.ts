import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result.ts';
import { lifecycleCommandSchemas } from '../lifecycle/lifecycle-command-schema.ts';
import { tooLong } from '../record/occurrence.ts';
import type { Refusal } from '../record/rules.ts';
import { command, eventId, incidentId, instant, shortText } from '../record/schema.ts';
import { reviewCommandSchemas } from '../review/review-command-schema.ts';
import { rolesCommandSchemas } from '../roles/roles-command-schema.ts';
import { timelineCommandSchemas } from '../timeline/timeline-command-schema.ts';
import { updatesCommandSchemas } from '../updates/updates-command-schema.ts';
import type { Command } from './command.ts';

const commandSchema = z.discriminatedUnion('type', [
  ...lifecycleCommandSchemas,
  ...timelineCommandSchemas,
  ...rolesCommandSchemas,
  ...updatesCommandSchemas,
  ...reviewCommandSchemas,
  command('AdoptPlaybook', { playbook: shortText }),
  command('ReceiveEvent', {
    origin: z.strictObject({ incident: incidentId, event: eventId, recordedAt: instant }),
    event: z.looseObject({ type: z.string(), occurredAt: instant }),
  }),
]);

// The schema and the types say the same thing, both ways; a field forgotten in one of them is a type error here.
type SameAs<A extends B, B> = A;
type Parsed = z.infer<typeof commandSchema>;
/** @public Only the compiler looks at it. */
export type SchemaFitsTypes = SameAs<Parsed, Command>;
/** @public Only the compiler looks at it. */
export type CommandType = SameAs<Command['type'], Parsed['type']>;

/** Reads a command from outside. Refuses with the field and what is wrong with it (`command.malformed`). */
export const parseCommand = (input: unknown): Result<Command, Refusal> => {
  const parsed = commandSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const value = issue?.path.reduce<unknown>((within, key) => Reflect.get(Object(within), key), input);
  // Everything else is a mistake of a program; this one a person makes, with a paste.
  if (issue?.code === 'too_big' && typeof value === 'string')
    return err({ code: 'text.too-long', message: tooLong(value.length, Number(issue.maximum)), field });
  return err({
    code: 'command.malformed',
    message: `${field ? `"${field}"` : 'The command'} cannot be read: ${issue?.message ?? 'unknown form'}.`,
    ...(field ? { field } : {}),
  });
};

import { z } from 'zod';
import { command, eventId, instant, shortText, text } from '../record/schema.ts';
import { situationFields } from './updates-events.ts';

export const updatesCommandSchemas = [
  command('StateFact', { field: z.enum(situationFields), text }),
  command('MakeDataStatement', { data: z.enum(['none', 'possible', 'confirmed']), text }),
  command('SendUpdate', {
    audience: shortText,
    text,
    situation: shortText,
    publicStatus: z.enum(['Investigating', 'Identified', 'Monitoring', 'Resolved']).exactOptional(),
    promisedAt: instant.exactOptional(),
    closing: z.boolean().exactOptional(),
    head: shortText.exactOptional(),
  }),
  command('CorrectUpdate', { update: eventId, wrong: text, right: text, text, promisedAt: instant.exactOptional() }),
  command('RetractUpdate', { update: eventId, reason: text, text, promisedAt: instant.exactOptional() }),
  command('PromiseUpdate', { audience: shortText, promisedAt: instant }),
] as const;

import { z } from 'zod';

const filled = (value: string) => value.trim() !== '';
const words = z.string().refine(filled, 'must not be empty');

// `|` and line ends part the numbers of one cell in the contacts CSV, so a number may not hold them.
const phone = words.regex(/^[^|\r\n]*$/, 'must not hold "|" or a line break');

export const personSchema = z.strictObject({
  id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'must be letters, digits, dot, dash, underscore'),
  name: words,
  role: z.string(),
  phones: z.array(phone),
  email: words.exactOptional(),
  escalation: z.number().int('must be a whole number').min(1, 'must be 1 or more').exactOptional(),
  note: z.string(),
});

export const bridgeSchema = z.strictObject({
  name: words,
  number: words,
  pin: words.exactOptional(),
  note: words.exactOptional(),
});

import { z } from 'zod';
import { type Instant, isInstant, parseInstant } from '../../shared/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { commandId } from '../../shared/record/schema.ts';

const moment = z.string().transform((text, context): Instant => {
  const instant = parseInstant(text);
  if (instant.ok) return instant.value;
  context.addIssue(instant.error);
  return z.NEVER;
});
const name = z.string().regex(/^[A-Za-z_]\w*$/, 'a name is made of letters, digits and _');

const clockLine = z.strictObject({ clock: moment });
const commandLine = z.strictObject({
  /** Id, key, a beginning of one, or `$name`. Left out at a declaration: a new incident. */
  incident: z.string().min(1).exactOptional(),
  command: z.looseObject({ type: z.string() }),
  at: moment.exactOptional(),
  by: z.string().exactOptional(),
  id: commandId.exactOptional(),
  as: name.exactOptional(),
});

export type ClockLine = z.infer<typeof clockLine>;
export type CommandLine = z.infer<typeof commandLine>;

/** Reads one line of a script. Undefined for an empty line and for a comment. */
export const parseScriptLine = (line: string): Result<ClockLine | CommandLine | undefined, string> => {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return ok(undefined);
  const content = parseJson(text);
  if (!content.ok) return content;
  const isClock = typeof content.value === 'object' && content.value !== null && 'clock' in content.value;
  const parsed = (isClock ? clockLine : commandLine).safeParse(content.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.');
  return err(`${field ? `"${field}"` : 'This line'} cannot be read: ${issue?.message ?? 'unknown form'}.`);
};

const parseJson = (text: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err('This is no JSON.');
  }
};

/** What `$name` stands for; undefined for a name that no line before has given. */
export type Resolve = (name: string) => string | undefined;

/**
 * The command with every `$name` put in, and every moment in the one form that the record knows. A text that begins
 * with `$` and is one word is written `$$word`.
 */
export const fillIn = (value: unknown, resolve: Resolve, key = ''): Result<unknown, string> => {
  if (typeof value === 'string') return fillInText(value, resolve, key);
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const filled = fillIn(item, resolve, key);
      if (!filled.ok) return filled;
      items.push(filled.value);
    }
    return ok(items);
  }
  if (typeof value !== 'object' || value === null) return ok(value);
  const fields: [string, unknown][] = [];
  for (const [field, content] of Object.entries(value)) {
    const filled = fillIn(content, resolve, field);
    if (!filled.ok) return filled;
    fields.push([field, filled.value]);
  }
  return ok(Object.fromEntries(fields));
};

/** `$inc1`, or `$dec1.2` for the second event of that line. */
export const reference = /^\$([A-Za-z_]\w*(?:\.\d+)?)$/;

const fillInText = (text: string, resolve: Resolve, key: string): Result<string, string> => {
  if (text.startsWith('$$')) return ok(text.slice(1));
  const named = reference.exec(text)?.[1];
  if (named !== undefined) {
    const found = resolve(named);
    return found === undefined ? err(`No line before is named "${named}".`) : ok(found);
  }
  // Only where a moment belongs: in free text 2026-03-02T09:00Z is what somebody wrote.
  if (!isMomentField(key) || isInstant(text)) return ok(text);
  const instant = parseInstant(text);
  return ok(instant.ok ? instant.value : text);
};

const isMomentField = (key: string) => key === 'at' || key === 'earliest' || key === 'latest' || /[a-z]At$/.test(key);

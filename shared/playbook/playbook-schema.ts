import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result.ts';
import { bridgeSchema, personSchema } from './contact-schema.ts';
import {
  audienceIds,
  cadenceAudiences,
  calendars,
  checklistPhases,
  offsetUnits,
  type Playbook,
  publicWords,
  regulatorInstants,
  situations,
} from './playbook.ts';
import { findFaults } from './playbook-faults.ts';

/**
 * Reads untrusted JSON as a playbook. The error names up to five places and what is wrong there, as in
 * `settings.ackMinutes: is missing`. Unknown fields are refused: a mistyped optional field would be lost in silence.
 */
export const parsePlaybook = (input: unknown): Result<Playbook, string> => {
  const parsed = playbookSchema.safeParse(input, { error: issueToText });
  if (!parsed.success) return err(listFaults(parsed.error.issues.map((i) => `${pathToText(i.path)}: ${i.message}`)));
  const playbook: Checked = parsed.data;
  const faults = findFaults(playbook);
  return faults.length > 0 ? err(listFaults(faults)) : ok(playbook);
};

const text = z.string();
const words = text.refine((value) => value.trim() !== '', 'must not be empty');
const id = text.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'must be an id: letters, digits, dot, dash, underscore');
const count = z.number().int().min(1).max(1_000_000);
const percent = z.number().positive().max(1_000);
const calendar = z.enum(calendars);
const perId = <Value extends z.ZodType>(value: Value) => z.record(id, value);

const settingsSchema = z.strictObject({
  ackMinutes: count,
  commandMinutes: count,
  triageMinutes: perId(count),
  identifyCheckMinutes: count,
  fixCheckMinutes: count,
  watchMinutes: perId(count),
  drillWatchMinutes: count,
  relapseHours: count,
  milestoneUpdateMinutes: count,
  longIncidentHours: count,
  longIncidentFactor: z.number().min(1).max(10),
  soonMinutes: count,
  escalate: z.strictObject({
    l2: z.strictObject({ minMinutes: count, percent }),
    l3: z.strictObject({ percent }),
  }),
  handoffHours: count,
  handoffBriefMinutes: count,
  spanLimit: count,
  idleReleaseMinutes: count,
  backdateFlagMinutes: count,
  gapMinutes: count,
  pirDue: perId(z.strictObject({ days: count, calendar })),
  priorityActionWeeks: perId(count),
  publicMaxChars: count,
  resolveClock: calendar,
  percentile: z.literal('linear'),
  smallSample: count,
});

const cadenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('interval'),
    firstMinutes: count,
    everyMinutes: count,
    onlyIfVisible: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('on-change') }),
  z.strictObject({ kind: z.literal('none') }),
]);

const severitySchema = z.strictObject({
  id,
  name: words,
  rank: count,
  criteria: z.array(words),
  response: text,
  cadence: z.record(z.enum(cadenceAudiences), cadenceSchema),
});

const regulatorSchema = z.strictObject({
  id,
  name: words,
  triggerInstant: z.enum(regulatorInstants),
  offset: z.strictObject({ count, unit: z.enum(offsetUnits) }),
  calendar,
  note: text.exactOptional(),
  enabled: z.boolean(),
});

const templateSchema = z.strictObject({
  audience: z.enum(audienceIds),
  situation: z.enum(situations),
  publicWord: z.enum(publicWords).exactOptional(),
  text: words,
});

const objectivesSchema = z.strictObject({
  // 0 is a real objective: no data lost, no stop at all.
  rpoMinutes: z.number().int().min(0).exactOptional(),
  rtoMinutes: z.number().int().min(0).exactOptional(),
  mtpdMinutes: z.number().int().min(0).exactOptional(),
  minService: text.exactOptional(),
});

const playbookSchema = z.strictObject({
  format: z.literal(1),
  org: text,
  displayZone: text,
  publicZone: text,
  settings: settingsSchema,
  roles: z.array(z.strictObject({ id, name: words, duties: z.array(words), fallback: id.exactOptional() })),
  checklists: z.array(z.strictObject({ id, role: id, phase: z.enum(checklistPhases), text: words })),
  severities: z.array(severitySchema).min(1),
  audiences: z.array(z.strictObject({ id: z.enum(audienceIds), name: words, letter: words })),
  regulators: z.array(regulatorSchema),
  templates: z.array(templateSchema),
  nextUpdateLine: words,
  phrases: z.array(z.strictObject({ id, name: words, text: words, note: text.exactOptional() })),
  services: z.array(
    z.strictObject({
      id,
      name: words,
      publicName: words.exactOptional(),
      objectives: objectivesSchema.exactOptional(),
    }),
  ),
  people: z.array(personSchema),
  bridges: z.array(bridgeSchema),
  factors: z.array(z.strictObject({ id, words })),
});

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Becomes `never`, so that parsePlaybook no longer compiles, when type and schema differ in a single field. */
type Checked =
  Same<DeepReadonly<z.infer<typeof playbookSchema>>, DeepReadonly<Playbook>> extends true ? Playbook : never;

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const issueToText = (issue: RawIssue): string | undefined => {
  if (issue.input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `should be ${issue.expected}`;
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_value':
      return `should be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    default:
      return undefined;
  }
};

const pathToText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((sofar, key) => {
    if (typeof key === 'number') return `${sofar}[${key}]`;
    return sofar === '' ? String(key) : `${sofar}.${String(key)}`;
  }, '') || 'playbook';

const shown = 5;

const listFaults = (faults: readonly string[]): string => {
  const rest = faults.length - shown;
  return faults.slice(0, shown).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
};

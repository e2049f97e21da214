import { z } from 'zod';
import { incidentId, instant } from '../../shared/record/schema.ts';

const rectangle = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});

export const viewPreferences = z.object({
  theme: z.enum(['light', 'dark', 'system']),
  /** `local`, `UTC`, an IANA name, or null for the playbook's zone. */
  zone: z.string().max(64).nullable(),
  textScale: z.number().min(0.5).max(3),
  // Files of before the sound do not name it.
  sound: z.boolean().default(true),
});

const chord = z.string().max(40);
export const globalKeys = z.object({ capture: chord, console: chord, declare: chord });

export const lastPlace = z.object({
  incident: incidentId,
  screen: z.enum(['library', 'console', 'review', 'contacts']),
});

const preferencesSchema = z.object({
  /** Where the console's window was when it was closed, in device-independent pixels. */
  consoleBounds: rectangle.optional(),
  isConsoleMaximized: z.boolean().optional(),
  /** Who types on this device; absent until the first Declare dialog has asked. */
  identity: z.object({ person: z.string().max(200), device: z.string().max(40) }).optional(),
  view: viewPreferences.optional(),
  /** Keys over all programs, as `Ctrl+Shift+L`; absent until one was changed. */
  globalKeys: globalKeys.optional(),
  /** By the library's folder: the id of the library that lay there. */
  libraries: z.record(z.string(), z.string()).optional(),
  /** By the library's folder: the folder that mirrors it. */
  mirrors: z.record(z.string(), z.string()).optional(),
  /** By the mirror's folder: files that were deleted in the library while their copies there were not. No names: see residue. */
  owedDeletions: z
    .record(
      z.string(),
      z.array(z.object({ incident: incidentId, bytes: z.int(), sha256: z.string().length(64) })).readonly(),
    )
    .optional(),
  /** By the library's folder: where the record went on when it could not be written, until that was merged back. */
  wentOn: z.record(z.string(), z.object({ folder: z.string(), at: instant })).optional(),
  /** Null after an incident was left on purpose. */
  last: lastPlace.nullable().optional(),
});

/** What a person set up or left behind on this machine. Only what may be lost: records lie in the library. */
export type Preferences = z.output<typeof preferencesSchema>;

export const noPreferences: Preferences = {};

/** Undefined when the text is not a preference file of ours; unknown keys (of a newer version) are passed over. */
export function parsePreferences(text: string): Preferences | undefined {
  try {
    const parsed = preferencesSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

import { z } from 'zod';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { incidentId, instant } from '../../shared/record/schema.ts';

/** The file of a bundle that lists all others; the last one in it, since it is known last. */
export const manifestName = 'manifest.json';
const bundleVersion = 1;

const manifest = z.object({
  format: z.literal('holdfast-bundle'),
  v: z.int().positive(),
  /** Id of the library that it comes from. */
  library: z.string().max(100).nullable(),
  madeAt: instant,
  incidents: z.array(incidentId),
  files: z.array(z.object({ name: z.string().max(500), size: z.int().min(0), sha256: z.string().length(64) })),
  /** Files that could not be read when the bundle was made. */
  unreadable: z.array(z.string().max(500)),
});

export type BundleManifest = z.output<typeof manifest>;
export type BundledFile = BundleManifest['files'][number];

export const toManifest = (content: Omit<BundleManifest, 'format' | 'v'>): Buffer =>
  Buffer.from(`${JSON.stringify({ format: 'holdfast-bundle', v: bundleVersion, ...content }, null, 1)}\n`);

/** The error is a sentence. */
export const parseManifest = (bytes: Uint8Array): Result<BundleManifest, string> => {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return err(
      'Its list of files is damaged, so nothing in it can be trusted. Make the bundle anew, or unpack it by hand and restore the folder.',
    );
  }
  const parsed = manifest.safeParse(content);
  if (!parsed.success) return err('Its list of files is none that Holdfast makes.');
  if (parsed.data.v > bundleVersion) return err('A newer version of Holdfast made it: update Holdfast here first.');
  return ok(parsed.data);
};

import { randomBytes } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { toReviewSource } from '../../shared/incident/review-source.ts';
import { ok } from '../../shared/kernel/result.ts';
import { type ExportFormat, exportFormats } from '../../shared/review/export-formats.ts';
import { exportReview } from '../exports/export-review.ts';
import { createFontReader, createFontsFor } from '../exports/report-fonts.ts';
import { replaceFile } from '../library/durable-file.ts';
import { liesInRecord } from '../library/lies-in.ts';
import type { CommandDefinition } from './command-definition.ts';
import { type Outcome, refused, toFailure, wrongUsage } from './failure.ts';
import { findIncident, readIncident } from './find-incident.ts';
import { withSession } from './open-session.ts';

export const exportCommand: CommandDefinition = {
  name: 'export',
  form: 'ID --format md|html|pdf|docx|json|csv -o PATH',
  summary: 'Write the post-incident review to a file',
  details: [
    '  --format FORMAT  md writes the phase chart beside it; csv is the timeline',
    '                   alone; pdf is printed by the app',
    '  -o PATH          the file; one that is there already is replaced',
    '  --shared         without the entries that were marked as restricted',
  ],
  options: {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    shared: { type: 'boolean' },
  },
  run: async (given, world) => {
    const [wanted, ...more] = given.words;
    if (wanted === undefined || more.length > 0) return wrongUsage('Name one incident: holdfast export ID ...');
    const format = readFormat(given.text('format'));
    if (!format.ok) return format;
    const output = given.text('output');
    if (!output) return wrongUsage('Say where to write it: -o PATH');
    const path = resolve(world.workingFolder, output);
    return withSession(given, world, 'must-exist', async (session) => {
      if (liesInRecord(world.files, session.folder, path))
        return refused(
          `${path} lies in the library, where it could replace a part of the record. Choose a place outside.`,
        );
      const found = await findIncident(session, wanted);
      if (!found.ok) return found;
      const read = readIncident(session, world, found.value.id);
      if (!read.ok) return read;
      const { state, playbook } = read.value;
      const { zone, now, library } = session;
      const source = toReviewSource(state, playbook, {
        zone,
        now: now(),
        incidents: await library.list(),
        ...(given.has('shared') ? { edition: 'shared' as const } : {}),
      });
      const { files } = world;
      const exported = await exportReview(source, format.value, path, {
        writeFile: async (path, bytes) => {
          if (!files.stat(dirname(path))) throw new Error(`there is no folder ${dirname(path)}`);
          await replaceFile(files, path, bytes, randomBytes(8).toString('hex'));
        },
        fontsFor: createFontsFor(createFontReader(world.fontFolder)),
        // Loaded when it is asked for: the library for Word is larger than all the rest of the command line.
        renderDocx: async (review) => (await import('../exports/docx/review-to-docx.ts')).reviewToDocx(review),
      });
      if (!exported.ok) return toFailure(exported.error);
      for (const file of exported.value.files) world.say(file);
      for (const { character, codePoint } of exported.value.missing)
        world.warn(
          `No bundled font has ${character} (${codePoint}). The page shows it in a font of the reader's machine.`,
        );
      return ok(null);
    });
  },
};

const readFormat = (typed: string | undefined): Outcome<ExportFormat> => {
  const known = exportFormats.find((format) => format === typed);
  if (known) return ok(known);
  return wrongUsage(`--format is one of ${exportFormats.join(', ')}${typed ? `; it was "${typed}"` : ''}.`);
};

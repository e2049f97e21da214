import { basename, join } from 'node:path';
import { foldIncident } from '../../shared/incident/fold.ts';
import { toReviewSource } from '../../shared/incident/review-source.ts';
import type { RequestFailure } from '../../shared/ipc/contract.ts';
import type { ExportReport } from '../../shared/ipc/export-report.ts';
import type { IncidentPage } from '../../shared/ipc/incident-page.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { ExportFormat } from '../../shared/review/export-formats.ts';
import type { MissingGlyph } from '../../shared/review/missing-glyphs.ts';
import type { ReviewSource } from '../../shared/review/review-source.ts';
import { createPdfRenderer } from '../exports/create-pdf-renderer.ts';
import { type ExportParts, exportReview } from '../exports/export-review.ts';
import { toReply } from './incident-requests.ts';
import type { LibraryClient } from './library-client.ts';

export interface ReviewFilesDeps extends Omit<ExportParts, 'renderPdf'> {
  readonly library: LibraryClient;
  readonly now: () => Instant;
  /** Makes the folder if it is not there. */
  readonly ensureFolder: (path: string) => Promise<void>;
}

export interface AskedFiles {
  readonly incident: IncidentId;
  readonly formats: readonly ExportFormat[];
  readonly zone: string;
  readonly folder: string;
}

/** One for all exports: it prints one review at a time. */
const renderPdf = createPdfRenderer();

/** The review as files in a folder: folded here from the recorded commits, written durably. */
export const writeReviewFiles = async (
  { incident, formats, zone, folder }: AskedFiles,
  deps: ReviewFilesDeps,
): Promise<Result<ExportReport, RequestFailure>> => {
  const source = await readSource(deps.library, incident, zone, deps.now());
  if (!source.ok) return source;
  try {
    await deps.ensureFolder(folder);
  } catch (error) {
    const sentence = `${folder} cannot be made: ${reasonOf(error)}. Choose another folder.`;
    return err({ code: 'export.folder', sentence });
  }
  const files: string[] = [];
  const warnings = [...warningsOf(source.value)];
  const missing = new Map<string, MissingGlyph>();
  for (const format of formats) {
    const path = join(folder, `${fileName(source.value)}.${format}`);
    const done = await exportReview(source.value, format, path, { ...deps, renderPdf });
    if (!done.ok) return toReply(done);
    files.push(...done.value.files);
    warnings.push(...keptWarning(path, done.value.files[0] ?? path));
    for (const glyph of done.value.missing) missing.set(glyph.character, glyph);
  }
  return ok({ folder, files, warnings: [...warnings, ...glyphWarning([...missing.values()])] });
};

const readSource = async (
  library: LibraryClient,
  incident: IncidentId,
  zone: string,
  now: Instant,
): Promise<Result<ReviewSource, RequestFailure>> => {
  const [page, list] = await Promise.all([library.request('open', { incident }), library.request('list', null)]);
  if (!page.ok) return toReply(page);
  if (!list.ok) return toReply(list);
  const { commits, playbook } = JSON.parse(page.value) as IncidentPage;
  const state = foldIncident(incident, orderCommits(commits).commits());
  return ok(toReviewSource(state, playbook, { zone, now, incidents: list.value }));
};

/** Names no words of the incident but its key: folders are synced and indexed. */
const fileName = ({ id, lifecycle: { key } }: ReviewSource): string =>
  `review-${(key ?? id).replace(/[^\w.-]+/g, '-').slice(0, 60)}`;

const warningsOf = ({ review, rows }: ReviewSource): readonly string[] => {
  const restricted = rows.filter((row) => row.restricted).length;
  return [
    ...(review.sections.size === 0 ? ['No section is written yet; each says "(not written)".'] : []),
    ...(restricted > 0
      ? [
          `${restricted === 1 ? 'One restricted entry is' : `${restricted} restricted entries are`} in it: keep it inside.`,
        ]
      : []),
  ];
};

const keptWarning = (wanted: string, written: string): readonly string[] =>
  wanted === written ? [] : [`${basename(wanted)} was there with another content and stays: see ${basename(written)}.`];

const glyphWarning = (missing: readonly MissingGlyph[]): readonly string[] =>
  missing.length === 0
    ? []
    : [
        `No bundled font has ${missing.map(({ character, codePoint }) => `${character} (${codePoint})`).join(', ')}. A PDF prints the number; HTML shows it in a font of the reader's machine.`,
      ];

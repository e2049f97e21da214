import { extname } from 'node:path';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import type { ExportFormat } from '../../shared/review/export-formats.ts';
import type { MissingGlyph } from '../../shared/review/missing-glyphs.ts';
import { chartToSvg } from '../../shared/review/phase-chart-svg.ts';
import { pir } from '../../shared/review/pir.ts';
import { toPrintable, unprintable } from '../../shared/review/printable-text.ts';
import type { ReviewDocument } from '../../shared/review/review-document.ts';
import type { ReviewSource } from '../../shared/review/review-source.ts';
import { timelineToCsv } from '../../shared/review/timeline-csv.ts';
import { type EmbeddedFont, reviewToHtml } from '../../shared/review/to-html.ts';
import { reviewToJson } from '../../shared/review/to-json.ts';
import { reviewToMarkdown } from '../../shared/review/to-markdown.ts';

/** To be printed as it is: it holds no character that would come out as a box. */
export interface PdfPage {
  readonly html: string;
  /** Printed at the head of every page. */
  readonly title: string;
  readonly head: string;
  readonly fonts: readonly EmbeddedFont[];
}

export interface ExportParts {
  /** Writes a whole file durably, or throws and leaves what was there. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /**
   * True when other bytes are at a path: they stay, and a numbered name is taken. Left out where the path was named by
   * hand, to be replaced.
   */
  readonly isTaken?: (path: string, bytes: Uint8Array) => Promise<boolean>;
  /** The bundled fonts that a text needs. */
  readonly fontsFor: (text: string) => Promise<readonly EmbeddedFont[]>;
  readonly renderDocx: (review: ReviewDocument) => Promise<Uint8Array>;
  /** Left out where no browser is at hand: the command line. */
  readonly renderPdf?: (page: PdfPage) => Promise<Uint8Array>;
}

export interface ExportedReview {
  /** Paths written, the asked one first. */
  readonly files: readonly string[];
  /**
   * Characters that no bundled font has: a PDF names them by number, HTML leaves them to the fonts of the reader's
   * machine. Empty for plain-text formats.
   */
  readonly missing: readonly MissingGlyph[];
}

/** Writes the review to `path` in one format; Markdown brings its chart as a file beside it. */
export const exportReview = async (
  source: ReviewSource,
  format: ExportFormat,
  path: string,
  parts: ExportParts,
): Promise<Result<ExportedReview, Refusal>> => {
  if (format === 'pdf' && !parts.renderPdf)
    return err({
      code: 'export.pdf-needs-app',
      message: 'A PDF is printed by the app. Export HTML or DOCX here, or use the app.',
    });
  const { filesAt, missing } = await makeFiles(source, format, parts);
  try {
    const files = await findFree(filesAt, path, parts.isTaken);
    // What the asked file points at comes first: a reader never finds Markdown without its chart.
    for (const file of files.toReversed()) await parts.writeFile(file.path, file.bytes);
    return ok({ files: files.map((file) => file.path), missing });
  } catch (error) {
    const why = reasonOf(error);
    return err({
      code: 'export.not-written',
      message: `The export could not be written: ${why}. Choose another folder.`,
    });
  }
};

interface MadeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Made {
  /** The asked file first, then what it points at by name. */
  readonly filesAt: (path: string) => readonly MadeFile[];
  readonly missing: readonly MissingGlyph[];
}

/** At the path itself, else at the first numbered one where nothing else lies: all files of one export move together. */
const findFree = async (
  filesAt: Made['filesAt'],
  path: string,
  isTaken: ExportParts['isTaken'] = async () => false,
): Promise<readonly MadeFile[]> => {
  const stem = path.slice(0, path.length - extname(path).length);
  for (let n = 1; ; n += 1) {
    const files = filesAt(n === 1 ? path : `${stem}-${n}${extname(path)}`);
    const taken = await Promise.all(files.map((file) => isTaken(file.path, file.bytes)));
    if (!taken.includes(true)) return files;
  }
};

const oneFile =
  (bytes: Uint8Array): Made['filesAt'] =>
  (path) => [{ path, bytes }];

const makeFiles = async (source: ReviewSource, format: ExportFormat, parts: ExportParts): Promise<Made> => {
  switch (format) {
    case 'md': {
      const review = pir(source);
      return { filesAt: (path) => markdownFiles(review, path), missing: [] };
    }
    case 'docx':
      return { filesAt: oneFile(await parts.renderDocx(pir(source))), missing: [] };
    case 'json':
      return { filesAt: oneFile(toBytes(reviewToJson(source))), missing: [] };
    case 'csv':
      return { filesAt: oneFile(toBytes(timelineToCsv(source))), missing: [] };
    case 'html':
    case 'pdf':
      return pageFile(pir(source), format, parts);
  }
};

const markdownFiles = (review: ReviewDocument, path: string): readonly MadeFile[] => {
  if (!review.chart) return [{ path, bytes: toBytes(reviewToMarkdown(review)) }];
  const chartPath = `${path.slice(0, path.length - extname(path).length)}-phase-chart.svg`;
  const chartFile = chartPath.slice(chartPath.search(/[^/\\]*$/));
  return [
    { path, bytes: toBytes(reviewToMarkdown(review, { chartFile })) },
    { path: chartPath, bytes: toBytes(chartToSvg(review.chart)) },
  ];
};

const pageFile = async (
  review: ReviewDocument,
  format: 'html' | 'pdf',
  { fontsFor, renderPdf }: ExportParts,
): Promise<Made> => {
  const text = reviewToMarkdown(review);
  const missing = unprintable(text);
  const fonts = await fontsFor(text);
  const html = reviewToHtml(review, { fonts });
  if (format === 'html' || !renderPdf) return { filesAt: oneFile(toBytes(html)), missing };
  // In the finished page: nothing that came from anywhere is overlooked, and addresses are plain ASCII there.
  const page = { html: toPrintable(html), title: toPrintable(review.title), head: review.head, fonts };
  return { filesAt: oneFile(await renderPdf(page)), missing };
};

const toBytes = (text: string) => new TextEncoder().encode(text);

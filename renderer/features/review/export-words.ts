import type { ExportFormat } from '../../../shared/review/export-formats.ts';

/** Every format with its words, in the order of the dialog. */
export const exportChoices: readonly { readonly id: ExportFormat; readonly label: string; readonly note: string }[] = [
  { id: 'md', label: 'Markdown', note: 'text with the phase chart beside it, for a wiki or a repository' },
  { id: 'html', label: 'HTML', note: 'one page with everything in it' },
  { id: 'pdf', label: 'PDF', note: 'for mail and for print' },
  { id: 'docx', label: 'DOCX', note: 'to go on writing in a word processor' },
  { id: 'json', label: 'JSON', note: 'all figures, for programs' },
  { id: 'csv', label: 'CSV', note: 'the timeline, for a spreadsheet' },
];

export const usualFormats: ReadonlySet<ExportFormat> = new Set(['md', 'html', 'pdf']);

/** In the order of the dialog, whatever was ticked first. */
export const chosenFormats = (chosen: ReadonlySet<ExportFormat>): readonly ExportFormat[] =>
  exportChoices.flatMap(({ id }) => (chosen.has(id) ? [id] : []));

/** `Markdown, HTML and PDF`. */
export const formatsInWords = (formats: readonly ExportFormat[]): string => {
  const labels = exportChoices.flatMap(({ id, label }) => (formats.includes(id) ? [label] : []));
  const last = labels.pop() ?? '';
  return labels.length === 0 ? last : `${labels.join(', ')} and ${last}`;
};

/** The last part of a path, written with either slash. */
export const fileName = (path: string): string => path.split(/[\\/]/).findLast(Boolean) ?? path;

/** What a review can be exported as; each is the ending of its file too. */
export const exportFormats = ['md', 'html', 'pdf', 'docx', 'json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

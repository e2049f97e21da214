export interface ExportReport {
  readonly folder: string;
  readonly files: readonly string[];
  /** In words: characters no bundled font has, sections not written. */
  readonly warnings: readonly string[];
}

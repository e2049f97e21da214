import type { Collector } from './collector.ts';
import type { ForeignFile, JsonDocument } from './documents.ts';

interface FormatName {
  /** Stable: it is part of what an imported entry is recognised by. */
  readonly id: string;
  /** As people call it; the author of an entry that names none. */
  readonly name: string;
}

/** A format of JSON documents. Several may lie in one file; each document is read by the first that knows it. */
export interface JsonFormat extends FormatName {
  readonly knows: (value: unknown) => boolean;
  /** All documents of the import that this format knows, in the order of the file. */
  readonly read: (documents: readonly JsonDocument[], collector: Collector, zone: string | undefined) => void;
}

/** A format of lines. It has the file to itself. */
export interface TextFormat extends FormatName {
  readonly knows: (text: string) => boolean;
  readonly read: (file: ForeignFile, collector: Collector, zone: string | undefined) => void;
}

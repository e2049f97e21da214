import type { Instant } from '../kernel/instant.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Refusal, refuse } from '../record/rules.ts';
import { type Collection, createCollection } from './collector.ts';
import { type ForeignFile, type JsonDocument, maxItems, type OpenedFile, openFile } from './documents.ts';
import type { JsonFormat } from './format.ts';
import { jsonFormats, lookedFor, textFormats } from './formats.ts';
import type { Intake } from './proposed-entry.ts';
import { toEntries } from './to-entries.ts';

export interface IntakeOptions {
  /** IANA zone of times that say none. */
  readonly zone: string | undefined;
  readonly now: Instant;
}

/**
 * Reads a file that others made (an archive: all files in it), told apart by what is in it. What cannot be an entry is
 * listed with its reason. Refuses a file in which nothing is known (`intake.unknown`), one that is cut off
 * (`intake.broken`), more than `maxItems` (`intake.large`), and times without a zone while nobody said which
 * (`intake.zone`).
 */
export const readForeign = (
  name: string,
  files: readonly ForeignFile[],
  { zone, now }: IntakeOptions,
): Result<Intake, Refusal> => {
  const opened = files.map((file) => ({ file, content: openFile(file) }));
  const jsons = opened.flatMap(({ content }) => (content.kind === 'json' ? [content] : []));
  const isTooMany = opened.some(({ content }) => content.kind === 'too-many');
  const documents = jsons.flatMap((json) => json.documents);
  if (isTooMany || documents.length > maxItems) return refuse('intake.large', tooLarge(name));
  const parts = [
    ...readDocuments(name, documents, zone),
    ...opened.flatMap(({ file, content }) => (content.kind === 'json' ? [] : readText(name, file, content, zone))),
  ];
  const formats = parts.flatMap(({ format }) => format ?? []);
  if (formats.length === 0) {
    const [broken] = opened.flatMap(({ content }) => (content.kind === 'broken' ? [content.why] : []));
    return broken === undefined
      ? refuse('intake.unknown', `Nothing in ${name} is of a kind that Holdfast reads. Looked for: ${lookedFor}.`)
      : refuse('intake.broken', `${name}: ${broken}. Is it cut off? Export it again.`);
  }
  if (parts.some(({ collection }) => collection.isFull())) return refuse('intake.large', tooLarge(name));
  if (parts.some(({ collection }) => collection.needsZone()))
    return refuse(
      'intake.zone',
      `Times in ${name} say no zone. Say which clock they were read from, like: --zone Europe/Prague`,
    );
  const { entries, skipped } = toEntries(
    parts.flatMap(({ collection }) => collection.collected),
    now,
  );
  const [title] = parts.flatMap(({ collection }) => collection.title() ?? []);
  return ok({
    formats,
    title: title ?? `Imported from ${name}`,
    incidents: parts.flatMap(({ collection }) => [...collection.incidents.values()]),
    entries,
    skipped: [
      ...jsons.flatMap((json) => json.skipped),
      ...parts.flatMap(({ collection }) => collection.skipped),
      ...skipped,
    ],
  });
};

const tooLarge = (name: string) => `${name} holds more than ${maxItems} messages or lines. Export a shorter time.`;

interface ReadPart {
  /** Undefined for documents that no format knows. */
  readonly format: string | undefined;
  readonly collection: Collection;
}

const readDocuments = (
  name: string,
  documents: readonly JsonDocument[],
  zone: string | undefined,
): readonly ReadPart[] => {
  const byFormat = new Map<JsonFormat | undefined, JsonDocument[]>();
  for (const document of documents) {
    const format = jsonFormats.find(({ knows }) => knows(document.value));
    const own = byFormat.get(format);
    if (own) own.push(document);
    else byFormat.set(format, [document]);
  }
  return [...byFormat].map(([format, own]) => {
    const collection = createCollection(format ?? unknownFormat, name);
    format?.read(own, collection.collector, zone);
    if (!format)
      for (const { where, value } of own)
        collection.collector.skip(where || 'the whole file', 'Holdfast knows no such message', sketchOf(value));
    return { format: format?.id, collection };
  });
};

/** A file of lines. One in an archive that nothing can be made of is listed: the others must not hide it. */
const readText = (name: string, file: ForeignFile, content: OpenedFile, zone: string | undefined): ReadPart => {
  const format = textFormats.find(({ knows }) => knows(file.text));
  const collection = createCollection(format ?? unknownFormat, name);
  if (format) format.read(file, collection.collector, zone);
  else
    collection.collector.skip(
      file.inside ?? 'the whole file',
      content.kind === 'broken' ? content.why : file.text.trim() === '' ? 'it is empty' : 'Holdfast knows no such file',
      file.text,
    );
  return { format: format?.id, collection };
};

/** The keys alone: whatever it is may be large, and nested deeper than can be written out. */
const sketchOf = (value: unknown): string =>
  typeof value !== 'object' || value === null
    ? String(value)
    : Array.isArray(value)
      ? 'a list'
      : `with ${Object.keys(value).slice(0, 12).join(', ')}`;

const unknownFormat = { id: 'unknown', name: '' };

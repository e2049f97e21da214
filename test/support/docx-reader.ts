import { fromBufferPromise } from 'yauzl';
import { elementsIn, findAll, parseXml, type XmlElement } from './xml-tree.ts';

export interface ReadDocx {
  /** Every part by its name; each was read as strict XML. */
  readonly parts: ReadonlyMap<string, XmlElement>;
  readonly body: XmlElement;
  /** What a link of this relationship leads to. */
  readonly addressOf: (relationship: string) => string | undefined;
}

/** Reads a Word document with nothing of what wrote it; throws where a part is missing or no XML. */
export const readDocx = async (bytes: Uint8Array): Promise<ReadDocx> => {
  const parts = new Map<string, XmlElement>();
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    // A text that is no UTF-8 is no XML either.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    parts.set(entry.fileName, parseXml(text));
  }
  const body = elementsIn(partOf(parts, 'word/document.xml'))[0];
  if (body?.name !== 'w:body') throw new Error('The document has no body');
  const relationships = elementsIn(partOf(parts, 'word/_rels/document.xml.rels'));
  const targets = new Map(relationships.map(({ attributes }) => [attributes.Id, attributes.Target]));
  return { parts, body, addressOf: (relationship) => targets.get(relationship) };
};

export const partOf = (parts: ReadDocx['parts'], name: string): XmlElement => {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`The document has no ${name}`);
  return part;
};

/** Text of a paragraph as a reader sees it; what is drawn does not count. */
export const textOf = (element: XmlElement): string =>
  elementsIn(element)
    .map((child) => {
      if (child.name === 'w:t') return child.children.join('');
      if (child.name === 'w:tab') return '\t';
      if (child.name === 'w:br') return '\n';
      return child.name === 'mc:AlternateContent' || child.name === 'w:pPr' ? '' : textOf(child);
    })
    .join('');

export const styleOf = (paragraph: XmlElement): string => findAll(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '';

/**
 * The document from top to bottom: a heading is its depth in number signs and its text, any other paragraph its text, a
 * row of a table its cells between bars. What has no text is left out.
 */
export const linesOf = ({ body }: ReadDocx): readonly string[] =>
  elementsIn(body)
    .flatMap((block) => {
      if (block.name === 'w:tbl') return rowsOf(block).map((cells) => `| ${cells.join(' | ')} |`);
      if (block.name !== 'w:p') return [];
      const depth = /^Heading([1-6])$/.exec(styleOf(block))?.[1];
      return [depth ? `${'#'.repeat(Number(depth))} ${textOf(block)}` : textOf(block)];
    })
    .filter((line) => line.trim() !== '');

export const rowsOf = (table: XmlElement): readonly (readonly string[])[] =>
  elementsIn(table)
    .filter(({ name }) => name === 'w:tr')
    .map((row) =>
      elementsIn(row)
        .filter(({ name }) => name === 'w:tc')
        .map((cell) =>
          elementsIn(cell)
            .filter(({ name }) => name === 'w:p')
            .map(textOf)
            .join('\n'),
        ),
    );

import { type IRunPropertiesOptions, Tab, TextRun } from 'docx';
import { toXmlCharacters } from '../../../shared/review/escape-xml.ts';
import { joinLines } from '../../../shared/review/join-lines.ts';

export type Look = Pick<IRunPropertiesOptions, 'bold' | 'italics' | 'strike' | 'style' | 'color'>;

/** One line of text, as it would be read in HTML: line ends and tabs are white space. */
export const textRuns = (value: string, look: Look = {}): readonly TextRun[] =>
  toPieces(joinLines(value).replaceAll('\t', ' ')).map((text) => new TextRun({ ...look, text }));

/** Text that keeps its lines and tabs. */
export const linesOfText = (value: string): readonly TextRun[] =>
  value
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [new TextRun({ break: 1 })] : []),
      ...line
        .split('\t')
        .flatMap((part, column) => [
          ...(column > 0 ? [new TextRun({ children: [new Tab()] })] : []),
          ...toPieces(part).map((text) => new TextRun({ text })),
        ]),
    ]);

/** Text of an attribute, which cannot be cut into pieces: round brackets stand for braces. */
export const attributeText = (value: string): string =>
  toXmlCharacters(value).replaceAll('{', '(').replaceAll('}', ')');

// The library looks for place-holders of its own, such as {name-0}, in the finished XML: one that somebody typed would
// be replaced by a number. A piece of text that ends with the brace is none.
const toPieces = (value: string): readonly string[] =>
  toXmlCharacters(value)
    .split(/(?<=\{)/)
    .filter((piece) => piece !== '');

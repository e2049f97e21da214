import { BorderStyle, type IPropertiesOptions, LineRuleType } from 'docx';

// Names of fonts that word processors have everywhere: a document cannot carry the bundled ones, which are made for the
// web. The colours are those of the page.
const textFont = 'Arial';
const codeFont = 'Courier New';
const quiet = '484B54';
const code = { font: codeFont, size: 18, noProof: true } as const;
const heading = (depth: number, size: number, before: number) => ({
  run: { font: textFont, size, bold: true, color: '17181B' },
  paragraph: { spacing: { before, after: 80 }, keepNext: true, outlineLevel: depth - 1 },
});

/** Looks of the document: sizes in half-points, distances in twips. Headings are Word's own, so its outline shows them. */
export const docxStyles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: textFont, size: 20, color: '17181B', language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(1, 36, 0),
    heading2: heading(2, 26, 360),
    heading3: heading(3, 22, 240),
    heading4: heading(4, 20, 200),
    heading5: heading(5, 20, 160),
    heading6: heading(6, 20, 160),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
    caption: { run: { size: 18, color: quiet }, paragraph: { spacing: { after: 200 } } },
    hyperlink: { run: { color: '1B5E9F', underline: {} } },
  },
  characterStyles: [{ id: 'InlineCode', name: 'Inline Code', basedOn: 'DefaultParagraphFont', run: code }],
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { color: quiet },
      paragraph: { border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: '868A95' } } },
    },
    {
      id: 'Code',
      name: 'Code',
      basedOn: 'Normal',
      quickFormat: true,
      run: code,
      paragraph: { shading: { fill: 'F5F5F6' }, spacing: { line: 240 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 17 },
      paragraph: { spacing: { after: 0, line: 252 } },
    },
    { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', quickFormat: true, run: { bold: true, color: quiet } },
    {
      id: 'AfterTable',
      name: 'After Table',
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { after: 80 } },
    },
    { id: 'PageEdge', name: 'Page Edge', basedOn: 'Normal', run: { size: 15, color: quiet } },
    {
      id: 'ChartLabel',
      name: 'Chart Label',
      basedOn: 'Normal',
      run: { size: 11 },
      paragraph: { spacing: { before: 0, after: 0, line: 240 } },
    },
  ],
};

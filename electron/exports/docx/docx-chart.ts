import { createTransformation, Drawing, Paragraph, Run, type XmlComponent } from 'docx';
import type { PhaseChart } from '../../../shared/review/phase-chart.ts';
import { element } from './docx-element.ts';
import { emusPerTwip, textWidthTwips } from './docx-page.ts';
import { corners, toWordShape } from './docx-shapes.ts';
import { attributeText, textRuns } from './docx-text.ts';

const wordGroup = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';
const emusPerPixel = 9_525;

/**
 * The drawing in Word's own shapes, as wide as the text, with its description under it. A program that knows no groups
 * of shapes shows the description alone.
 */
export const chartParagraphs = (chart: PhaseChart): readonly Paragraph[] => [
  new Paragraph({ keepNext: true, children: [new Run({ children: [withFallback(draw(chart))] })] }),
  new Paragraph({ style: 'Caption', children: textRuns(chart.description) }),
];

const withFallback = (drawing: XmlComponent): XmlComponent =>
  element('mc:AlternateContent', {}, [element('mc:Choice', { Requires: 'wpg' }, [drawing]), element('mc:Fallback')]);

const draw = ({ width, height, description, shapes }: PhaseChart): XmlComponent => {
  const scale = (textWidthTwips * emusPerTwip) / width;
  const frame = { x: 0, y: 0, width: width * scale, height: height * scale };
  return new Drawing(
    {
      type: 'graphic',
      uri: wordGroup,
      transformation: createTransformation({ width: frame.width / emusPerPixel, height: frame.height / emusPerPixel }),
      content: element('wpg:wgp', {}, [
        element('wpg:cNvGrpSpPr'),
        element('wpg:grpSpPr', {}, [
          element('a:xfrm', {}, [...corners(frame, 'a:off', 'a:ext'), ...corners(frame, 'a:chOff', 'a:chExt')]),
        ]),
        ...shapes.map((shape, index) => toWordShape(shape, index + 2, scale, width)),
      ]),
    },
    // Shapes are numbered here: the library's own count goes on from one document to the next.
    { docProperties: { id: '1', name: 'Phase chart', title: 'Phase chart', description: attributeText(description) } },
  );
};

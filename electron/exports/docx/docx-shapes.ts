import { AlignmentType, Paragraph, type XmlComponent } from 'docx';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { textWidth } from '../../../shared/review/chart-labels.ts';
import { type ChartShape, type ChartText, labelSize, lineHeight } from '../../../shared/review/chart-shapes.ts';
import { element } from './docx-element.ts';
import { textRuns } from './docx-text.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * One shape of a chart as Word draws it.
 * @param id no other shape of the document may have it
 * @param scale EMU (914 400 to an inch) to one unit of the chart
 * @param right where the chart ends, in its units
 */
export const toWordShape = (shape: ChartShape, id: number, scale: number, right: number): XmlComponent => {
  switch (shape.kind) {
    case 'line': {
      const { x1, y1, x2, y2, ink } = shape;
      const points: readonly Point[] = [
        [x1, y1],
        [x2, y2],
      ];
      return wordShape(id, scaled(around(points), scale), [path(points, scale), stroke(ink, scale)]);
    }
    case 'polyline':
      return wordShape(id, scaled(around(shape.points), scale), [path(shape.points, scale), stroke(shape.ink, scale)]);
    case 'rect':
      return wordShape(id, scaled(shape, scale), [preset('rect'), fill(shape.fill), stroke(shape.ink, scale / 2)]);
    case 'circle': {
      const { x, y, r } = shape;
      const box = { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
      return wordShape(id, scaled(box, scale), [preset('ellipse'), fill(shape.fill), noLine()]);
    }
    case 'text':
      return label(shape, id, scale, right);
    default:
      return assertNever(shape);
  }
};

/** Two corners of a box in whole EMU: its offset and its extent. */
export const corners = ({ x, y, width, height }: Box, offset: string, extent: string): readonly XmlComponent[] => [
  element(offset, { x: Math.round(x), y: Math.round(y) }),
  element(extent, { cx: Math.round(width), cy: Math.round(height) }),
];

type Point = readonly [x: number, y: number];

const wordShape = (
  id: number,
  box: Box,
  looks: readonly XmlComponent[],
  text: readonly XmlComponent[] = [element('wps:bodyPr')],
): XmlComponent =>
  element('wps:wsp', {}, [
    element('wps:cNvPr', { id, name: `Shape ${id}` }),
    element('wps:cNvSpPr'),
    element('wps:spPr', {}, [element('a:xfrm', {}, corners(box, 'a:off', 'a:ext')), ...looks]),
    ...text,
  ]);

const scaled = ({ x, y, width, height }: Box, scale: number): Box => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
});

const around = (points: readonly Point[]): Box => {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
};

const preset = (name: 'rect' | 'ellipse'): XmlComponent => element('a:prstGeom', { prst: name }, [element('a:avLst')]);

const path = (points: readonly Point[], scale: number): XmlComponent => {
  const { x: left, y: top, width, height } = around(points);
  const size = { w: Math.round(width * scale), h: Math.round(height * scale), fill: 'none' };
  const steps = points.map(([x, y], index) =>
    element(index === 0 ? 'a:moveTo' : 'a:lnTo', {}, [
      element('a:pt', { x: Math.round((x - left) * scale), y: Math.round((y - top) * scale) }),
    ]),
  );
  return element('a:custGeom', {}, [
    ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map((name) => element(name)),
    element('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    element('a:pathLst', {}, [element('a:path', size, steps)]),
  ]);
};

const colour = (ink: string): XmlComponent => element('a:srgbClr', { val: ink.slice(1).toUpperCase() });

const fill = (ink: string): XmlComponent => element('a:solidFill', {}, [colour(ink)]);

const stroke = (ink: string, width: number): XmlComponent => element('a:ln', { w: Math.round(width) }, [fill(ink)]);

const noLine = (): XmlComponent => element('a:ln', {}, [element('a:noFill')]);

/** Between the base line and the middle of a letter, for every font about this part of its size. */
const middle = 0.36;

// Inside a group Word scales no text: the size of letters stands in the style "ChartLabel". Of a box nothing is drawn but
// its words, so it is larger than they are: the reader's font may be wider, and fonts differ in what they leave above.
const label = (
  { x, y, text, anchor, weight, ink }: ChartText,
  id: number,
  scale: number,
  right: number,
): XmlComponent => {
  const width = 1.5 * textWidth(text, labelSize);
  const height = 1.5 * lineHeight;
  const top = y - middle * labelSize - height / 2;
  const box =
    anchor === 'middle'
      ? { x: x - width / 2, y: top, width, height }
      : { x, y: top, width: Math.min(width, right - x), height };
  const words = new Paragraph({
    style: 'ChartLabel',
    ...(anchor === 'middle' ? { alignment: AlignmentType.CENTER } : {}),
    children: textRuns(text, { bold: weight === 600, color: ink.slice(1) }),
  });
  return wordShape(
    id,
    scaled(box, scale),
    [preset('rect'), element('a:noFill'), noLine()],
    [
      element('wps:txbx', {}, [element('w:txbxContent', {}, [words])]),
      element('wps:bodyPr', { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' }),
    ],
  );
};

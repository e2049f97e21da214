import { assertNever } from '../kernel/assert-never.ts';
import { type ChartShape, labelSize } from './chart-shapes.ts';
import { escapeXml } from './escape-xml.ts';
import type { PhaseChart } from './phase-chart.ts';

/**
 * The chart as an SVG element: for a page, or as a file of its own (it carries its namespace). `idPrefix` keeps the ids
 * of several charts on one page apart.
 */
export const chartToSvg = (chart: PhaseChart, idPrefix = 'phase-chart'): string => {
  const { width, height, title, description, shapes } = chart;
  const ids = { title: `${idPrefix}-title`, description: `${idPrefix}-description` };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"`,
    ` aria-labelledby="${ids.title} ${ids.description}"`,
    ` font-family="'Inter Variable', 'JetBrains Mono Variable', Inter, 'Liberation Sans', Arial, sans-serif" font-size="${labelSize}">`,
    `<title id="${ids.title}">${escapeXml(title)}</title>`,
    `<desc id="${ids.description}">${escapeXml(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...shapes.map(shapeToSvg),
    '</svg>',
  ].join('');
};

const shapeToSvg = (shape: ChartShape): string => {
  switch (shape.kind) {
    case 'line': {
      const { x1, y1, x2, y2, ink } = shape;
      return `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="${ink}"/>`;
    }
    case 'polyline': {
      const points = shape.points.map(([x, y]) => `${px(x)},${px(y)}`).join(' ');
      return `<polyline points="${points}" fill="none" stroke="${shape.ink}"/>`;
    }
    case 'rect': {
      const { x, y, width, height, fill, ink } = shape;
      const box = `x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"`;
      return `<rect ${box} fill="${fill}" stroke="${ink}" stroke-width="0.5"/>`;
    }
    case 'circle':
      return `<circle cx="${px(shape.x)}" cy="${px(shape.y)}" r="${shape.r}" fill="${shape.fill}"/>`;
    case 'text': {
      const { x, y, anchor, weight, ink, text } = shape;
      const look = `text-anchor="${anchor}" font-weight="${weight}" fill="${ink}"`;
      return `<text x="${px(x)}" y="${px(y)}" ${look}>${escapeXml(text)}</text>`;
    }
    default:
      return assertNever(shape);
  }
};

// A tenth of a pixel is finer than any printer and keeps the file the same on every machine.
const px = (value: number) => String(Math.round(value * 10) / 10);

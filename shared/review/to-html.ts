import type { Root, RootContent } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { cellClasses, classifyCells } from './cell-classes.ts';
import { escapeXml } from './escape-xml.ts';
import { reviewStyle } from './html-style.ts';
import { chartToSvg } from './phase-chart-svg.ts';
import type { DocumentSection, ReviewBlock, ReviewDocument } from './review-document.ts';

/** A font file that travels inside the page, since the page loads nothing. */
export interface EmbeddedFont {
  readonly family: string;
  /** `data:font/woff2;base64,...` */
  readonly dataUrl: string;
  /** CSS `unicode-range` of the file; left out, it holds every character. */
  readonly unicodeRange?: string;
  /** CSS `font-weight`, such as `100 900`. */
  readonly weight: string;
}

export interface HtmlOptions {
  readonly fonts?: readonly EmbeddedFont[];
}

// An allow-list of our own: what Markdown needs and nothing that loads, runs, submits or overlays.
const schema: Schema = {
  tagNames: [
    ...['h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'a'],
    ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href'],
    th: ['scope', ['className', ...cellClasses]],
    td: [['className', ...cellClasses]],
    ol: ['start'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
  clobber: [],
};

const printer = unified().use(remarkRehype).use(rehypeSanitize, schema).use(rehypeStringify).freeze();

/** One file that needs nothing else: styles, fonts and the chart inside, no script, no request. */
export const reviewToHtml = (review: ReviewDocument, { fonts = [] }: HtmlOptions = {}): string => {
  const sections = review.sections.map((section) => sectionToHtml(section, review)).join('\n');
  const exercise = review.drill ? '<p class="exercise">EXERCISE</p>\n' : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(review.title)}</title>
<style>${fontFaces(fonts)}${reviewStyle}</style>
</head>
<body>
<main>
<header>
${exercise}<h1>${escapeXml(review.title)}</h1>
<p class="subtitle">${escapeXml(review.subtitle)}</p>
</header>
${sections}
</main>
</body>
</html>
`;
};

const sectionToHtml = ({ id, number, title, blocks }: DocumentSection, review: ReviewDocument): string => {
  const parts = groupNodes(blocks).map((part) => (part === 'chart' ? chartFigure(review) : nodesToHtml(part)));
  return `<section aria-labelledby="${id}"><h2 id="${id}">${number} ${escapeXml(title)}</h2>\n${parts.join('\n')}</section>`;
};

/** Runs of Markdown between charts, so that each run is sanitised as a whole and the drawing never goes through it. */
const groupNodes = (blocks: readonly ReviewBlock[]): readonly (RootContent[] | 'chart')[] => {
  const parts: (RootContent[] | 'chart')[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.type === 'phase-chart') parts.push('chart');
    else if (last && last !== 'chart') last.push(block);
    else parts.push([block]);
  }
  return parts;
};

const nodesToHtml = (children: RootContent[]): string => {
  const root: Root = { type: 'root', children: classifyCells(children) };
  return printer.stringify(printer.runSync(root));
};

const chartFigure = ({ chart }: ReviewDocument): string =>
  chart ? `<figure>${chartToSvg(chart)}<figcaption>${escapeXml(chart.description)}</figcaption></figure>` : '';

/** CSS that gives a page these fonts. */
export const fontFaces = (fonts: readonly EmbeddedFont[]): string => fonts.map(fontFace).join('');

const fontFace = ({ family, dataUrl, unicodeRange, weight }: EmbeddedFont): string =>
  `@font-face{font-family:"${family}";src:url(${dataUrl}) format("woff2");font-weight:${weight};${
    unicodeRange ? `unicode-range:${unicodeRange};` : ''
  }}`;

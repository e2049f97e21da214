import { escapeXml } from '../../shared/review/escape-xml.ts';
import { fontFaces } from '../../shared/review/to-html.ts';
import type { PdfPage } from './export-review.ts';

/** What Electron's `printToPDF` is asked for. */
export interface PdfOptions {
  readonly pageSize: 'A4';
  readonly printBackground: true;
  readonly preferCSSPageSize: true;
  readonly displayHeaderFooter: true;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
  readonly generateTaggedPDF: boolean;
  readonly generateDocumentOutline: boolean;
}

// Beyond about 300 pages tags cost too much: 266 pages of timeline were 29 MB with them and 1 MB without.
const mostTaggedBytes = 2_000_000;

// Templates take no style from the page, and without a size their text is too small to see.
const line =
  'font:8px &quot;Inter Variable&quot;,&quot;JetBrains Mono Variable&quot;,sans-serif;color:#484b54;width:100%;padding:0 16mm;display:flex;justify-content:space-between';

/** Options for one review: A4, page numbers, and tags and outline where the size allows. */
export const pdfOptions = ({ html, title, head, fonts }: PdfPage): PdfOptions => {
  const isTagged = withoutFonts(html).length <= mostTaggedBytes;
  const style = `<style>${fontFaces(fonts)}</style>`;
  return {
    pageSize: 'A4',
    printBackground: true,
    preferCSSPageSize: true,
    displayHeaderFooter: true,
    headerTemplate: `${style}<div style="${line}"><span>${escapeXml(title)}</span></div>`,
    footerTemplate:
      `${style}<div style="${line}"><span>Journal head ${escapeXml(head || 'none')}</span>` +
      '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>',
    generateTaggedPDF: isTagged,
    generateDocumentOutline: isTagged,
  };
};

const withoutFonts = (html: string) => html.replaceAll(/url\(data:font[^)]*\)/g, '');

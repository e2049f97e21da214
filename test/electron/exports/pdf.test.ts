import { describe, expect, it } from 'vitest';
import { pdfOptions } from '../../../electron/exports/pdf.ts';

describe('printing options', () => {
  it('[EX25] tagged, with outline and page numbers in a size that can be read', () => {
    const options = pdfOptions({ html: '<p>x</p>', title: '<b>T</b>', head: '', fonts: [] });
    expect(options).toMatchObject({ pageSize: 'A4', generateTaggedPDF: true, generateDocumentOutline: true });
    expect(options.headerTemplate).toContain('&lt;b&gt;T&lt;/b&gt;');
    expect(options.footerTemplate).toContain('class="pageNumber"');
    expect(options.footerTemplate).toContain('font:8px ');
  });

  it('[EX25] a review of thousands of rows is printed without tags, fonts do not count', () => {
    const long = '<tr>'.repeat(1_000_000);
    expect(pdfOptions({ html: long, title: '', head: '', fonts: [] }).generateTaggedPDF).toBe(false);
    const fonts = `url(data:font/woff2;base64,${'A'.repeat(4_000_000)})`;
    expect(pdfOptions({ html: fonts, title: '', head: '', fonts: [] }).generateTaggedPDF).toBe(true);
  });
});

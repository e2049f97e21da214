import { describe, expect, it } from 'vitest';
import { type ExportParts, exportReview, type PdfPage } from '../../../electron/exports/export-review.ts';
import { unprintable } from '../../../shared/review/printable-text.ts';
import { occurred, reviewSource } from '../../support/review-builders.ts';
import { exampleOne } from '../../support/worked-examples.ts';

const source = reviewSource(exampleOne(), '2026-03-13T09:00:00');

/** A folder in memory that remembers the order of writing. */
const folder = (given: Partial<ExportParts> = {}) => {
  const written: [path: string, text: string][] = [];
  const parts: ExportParts = {
    writeFile: async (path, bytes) => {
      written.push([path, new TextDecoder().decode(bytes)]);
    },
    fontsFor: async () => [],
    renderDocx: async ({ title }) => new TextEncoder().encode(`PK ${title}`),
    ...given,
  };
  return { parts, written };
};

describe('exporting the review', () => {
  it('[EX20] Markdown comes with its chart beside it, the chart first', async () => {
    const { parts, written } = folder();
    const done = await exportReview(source, 'md', '/a/b.c/INC-214.md', parts);
    expect(done).toMatchObject({ ok: true, value: { files: ['/a/b.c/INC-214.md', '/a/b.c/INC-214-phase-chart.svg'] } });
    expect(written.map(([path]) => path)).toEqual(['/a/b.c/INC-214-phase-chart.svg', '/a/b.c/INC-214.md']);
    expect(written[1]?.[1]).toContain('![Phase chart](INC-214-phase-chart.svg)');
    expect(written[0]?.[1]).toMatch(/^<svg /);
  });

  it.each([
    ['html', '<!doctype html>'],
    ['json', '{'],
    ['csv', 'happened_at'],
    ['docx', 'PK'],
  ] as const)('[EX20] %s is one file', async (format, start) => {
    const { parts, written } = folder();
    expect(await exportReview(source, format, `/x.${format}`, parts)).toMatchObject({ ok: true });
    expect(written).toHaveLength(1);
    expect(written[0]?.[1].startsWith(start)).toBe(true);
  });

  it('[EX21] a PDF is printed from the page with its fonts; without a printer it is refused', async () => {
    const pages: PdfPage[] = [];
    const renderPdf = async (page: PdfPage) => {
      pages.push(page);
      return new TextEncoder().encode('%PDF');
    };
    const { parts, written } = folder({
      renderPdf,
      fontsFor: async () => [{ family: 'Inter Variable', weight: '100 900', dataUrl: 'data:font/woff2;base64,AA==' }],
    });
    await exportReview(source, 'pdf', '/x.pdf', parts);
    expect(written).toEqual([['/x.pdf', '%PDF']]);
    expect(pages[0]?.html).toContain('data:font/woff2;base64,AA==');
    expect(pages[0]?.head).toBe('9f3ca17e');
    expect(await exportReview(source, 'pdf', '/x.pdf', folder().parts)).toMatchObject({
      ok: false,
      error: { code: 'export.pdf-needs-app' },
    });
  });

  it('[EX22] characters that no bundled font has are reported with the page, never left to be boxes', async () => {
    const written = occurred('11:00', { type: 'ReviewSectionWritten', section: 'summary', markdown: '支払い failed' });
    const odd = reviewSource([...exampleOne(), written], '2026-03-13T09:00:00');
    const done = await exportReview(odd, 'html', '/x.html', folder().parts);
    expect(done.ok && done.value.missing.map(({ character }) => character)).toEqual(['支', '払', 'い']);
    const plain = await exportReview(source, 'html', '/x.html', folder().parts);
    expect(plain.ok && plain.value.missing).toEqual([]);
  });

  it('[EX30, EX31] the PDF printer gets no character without a bundled font, HTML keeps every one', async () => {
    const odd = reviewSource(
      [
        ...exampleOne(),
        occurred('11:00', { type: 'IncidentDetailsChanged', title: '支払い fails' }),
        occurred('11:01', {
          type: 'ReviewSectionWritten',
          section: 'summary',
          markdown: '[支払い](https://例え.jp/い) \u{1f600}',
        }),
      ],
      '2026-03-13T09:00:00',
    );
    const pages: PdfPage[] = [];
    const { parts, written } = folder({
      renderPdf: async (page) => {
        pages.push(page);
        return new Uint8Array();
      },
    });
    await exportReview(odd, 'pdf', '/x.pdf', parts);
    await exportReview(odd, 'html', '/x.html', parts);
    const [page] = pages;
    expect(unprintable(`${page?.html} ${page?.title} ${page?.head}`)).toEqual([]);
    expect(page?.html).toMatch(/<h1>.*\[U\+652F\]\[U\+6255\]\[U\+3044\] fails/);
    expect(page?.html).toContain('[U+1F600]');
    expect(page?.title).toContain('[U+652F][U+6255][U+3044] fails');
    expect(written[1]?.[1]).toContain('支払い fails');
  });

  it('[EX26] what lies there with another content stays: a numbered name is taken, by the chart as well', async () => {
    const taken = new Set(['/a/INC-214-phase-chart.svg', '/a/INC-214-2.md']);
    const { parts, written } = folder({ isTaken: async (path) => taken.has(path) });
    const done = await exportReview(source, 'md', '/a/INC-214.md', parts);
    expect(done).toMatchObject({ ok: true, value: { files: ['/a/INC-214-3.md', '/a/INC-214-3-phase-chart.svg'] } });
    expect(written.map(([path]) => path)).toEqual(['/a/INC-214-3-phase-chart.svg', '/a/INC-214-3.md']);
    expect(written[1]?.[1]).toContain('![Phase chart](INC-214-3-phase-chart.svg)');
  });

  it('[EX23] a folder that cannot be written is a refusal with the reason', async () => {
    const { parts } = folder({
      writeFile: async () => {
        throw new Error('ENOSPC: no space left');
      },
    });
    const done = await exportReview(source, 'html', '/x.html', parts);
    expect(done).toMatchObject({ ok: false, error: { code: 'export.not-written' } });
    expect(done.ok || done.error.message).toContain('no space left');
  });
});

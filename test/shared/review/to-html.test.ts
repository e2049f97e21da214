import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../../shared/incident/incident-event.ts';
import { pir } from '../../../shared/review/pir.ts';
import { reviewToHtml } from '../../../shared/review/to-html.ts';
import { occurred, reviewSource } from '../../support/review-builders.ts';
import { exampleOne } from '../../support/worked-examples.ts';

const page = (events: readonly IncidentEvent[] = exampleOne(), fonts = {}) =>
  reviewToHtml(pir(reviewSource(events, '2026-03-13T09:00:00')), fonts);

const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;

describe('the HTML page', () => {
  it('[EX1] has a language, a title, one h1 and fifteen named sections', () => {
    const html = page();
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<title>Checkout: payments spin, then fail</title>');
    expect(count(html, /<h1[ >]/g)).toBe(1);
    expect(count(html, /<section aria-labelledby="/g)).toBe(15);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('[EX2] every header cell says whether it heads a column or a row', () => {
    const written = occurred('11:00', {
      type: 'ReviewSectionWritten',
      section: 'what-happened',
      markdown: '| a | b |\n|---|---|\n| 1 | 2 |',
    });
    const html = page([...exampleOne(), written]);
    expect(count(html, /<th[ >]/g)).toBeGreaterThan(30);
    expect(count(html, /<th[ >]/g)).toBe(count(html, /<th scope="(col|row)"[ >]/g));
    expect(html).toContain('<th scope="col" class="whole">a</th>');
  });

  it('[EX3] needs nothing from outside: no script, no frame, no request', () => {
    const html = page();
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base)\b/i);
    expect(html).not.toMatch(/@import|url\((?!data:)/i);
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/(src|href)="https?:/);
    expect(html).toContain(`default-src 'none'`);
  });

  it('[EX4] carries the fonts it was given and the chart as a drawing with a name', () => {
    const fonts = [
      {
        family: 'Inter Variable',
        weight: '100 900',
        dataUrl: 'data:font/woff2;base64,AA==',
        unicodeRange: 'U+0000-00FF',
      },
    ];
    const html = page(exampleOne(), { fonts });
    expect(html).toContain('src:url(data:font/woff2;base64,AA==) format("woff2")');
    expect(html).toContain('unicode-range:U+0000-00FF');
    expect(count(html, /<svg [^>]*role="img"/g)).toBe(1);
    expect(html).toContain('<figcaption>Milestones: Failure 09:00');
  });

  it('[EX5] prints on A4 and breaks no row', () => {
    const html = page();
    expect(html).toContain('@page { size: A4;');
    expect(html).toMatch(/tr, figure, blockquote \{ break-inside: avoid; \}/);
  });

  it('[EX8] no time, kind or name is broken inside a word beside a long text; what does not fit is', () => {
    const written = occurred('11:00', {
      type: 'ReviewSectionWritten',
      section: 'what-happened',
      markdown: `| When | Kind | What |\n|---|---|---|\n| 10:03:00 | Acknowledged | ${'x'.repeat(300)} |`,
    });
    const html = page([...exampleOne(), written]);
    expect(html).toContain('<td class="whole">10:03:00</td>');
    expect(html).toContain('<td class="whole">Acknowledged</td>');
    expect(html).toContain(`<td class="breakable">${'x'.repeat(300)}</td>`);
    expect(html).toContain('.whole { white-space: nowrap; }');
    expect(html).not.toMatch(/\btd \{[^}]*overflow-wrap/);
  });

  it('[EX8] of more columns than a page holds the widest break, whatever is in them', () => {
    const cells = Array.from({ length: 12 }, (_, at) => 'y'.repeat(at + 5)).join(' | ');
    const written = occurred('11:00', {
      type: 'ReviewSectionWritten',
      section: 'what-happened',
      markdown: `| ${cells} |\n|${'---|'.repeat(12)}\n| ${cells} |`,
    });
    const html = page([...exampleOne(), written]);
    expect(html).toContain(`<td class="breakable">${'y'.repeat(16)}</td>`);
    expect(html).toContain(`<td>${'y'.repeat(5)}</td>`);
  });

  it('[EX3] a title that is markup stays a title', () => {
    const events = exampleOne().map((event) =>
      event.type === 'IncidentDeclared' ? { ...event, title: '</title><script>alert("1")</script>' } : event,
    );
    const html = page(events);
    expect(html).not.toContain('<script');
    expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</title>');
  });

  it('[EX3] the printer itself lets nothing through, should a section ever be made carelessly', () => {
    const review = pir(reviewSource(exampleOne(), '2026-03-13T09:00:00'));
    const text = { type: 'text' as const, value: 'x' };
    const careless = [
      { type: 'paragraph' as const, children: [text], data: { hName: 'script' } },
      { type: 'paragraph' as const, children: [text], data: { hProperties: { onclick: 'x()', style: 'x' } } },
      { type: 'paragraph' as const, children: [{ type: 'link' as const, url: 'javascript:x()', children: [text] }] },
      { type: 'paragraph' as const, children: [{ type: 'image' as const, url: 'https://e.example/x.png' }] },
      { type: 'html' as const, value: '<script>x()</script>' },
    ];
    const [first, ...others] = review.sections;
    if (!first) throw new Error('no section');
    const html = reviewToHtml({ ...review, sections: [{ ...first, blocks: careless }, ...others] });
    expect(html).not.toMatch(/<script|onclick|javascript:|<img/);
  });
});

import { describe, expect, it } from 'vitest';
import { textToHtml } from '../../../renderer/ui/text-to-html.ts';

describe('the formatted flavour of a text', () => {
  it('[TH1] keeps paragraphs and line ends', () => {
    expect(textToHtml('One.\nTwo.\n\nThree.')).toBe('<p>One.<br>Two.</p><p>Three.</p>');
  });

  it('[TH1] never turns text into markup', () => {
    expect(textToHtml('a <img src=x onerror="y"> & b')).toBe(
      '<p>a &lt;img src=x onerror=&quot;y&quot;&gt; &amp; b</p>',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { chartAddress, previewParts } from '../../../../renderer/features/review/preview-parts.ts';
import { pir } from '../../../../shared/review/pir.ts';
import { occurred, reviewRow, reviewSource } from '../../../support/review-builders.ts';
import { exampleOne } from '../../../support/worked-examples.ts';

const written = (markdown: string) =>
  occurred('2026-03-12T17:00:00', { type: 'ReviewSectionWritten', section: 'what-happened', markdown });
const partsOf = (...args: Parameters<typeof reviewSource>) => previewParts(pir(reviewSource(...args)));
const now = '2026-03-12T18:00:00';

describe('the preview', () => {
  it('[RW12] holds every section once, without its heading, and the chart under its own address', () => {
    const parts = partsOf(exampleOne(), now);
    expect(parts).toHaveLength(15);
    for (const { markdown } of parts) expect(markdown).not.toMatch(/^#{1,2} /);
    expect(parts.map(({ markdown }) => markdown).join('\n')).toContain(`(${chartAddress})`);
  });

  it('[RW12] text that looks like the heading of a section stays in its own section', () => {
    const parts = partsOf([...exampleOne(), written('## 6 Timeline\n\nmine\n\n```\n## 7 Detection\n```')], now);
    const mine = parts.find(({ id }) => id === 'what-happened');
    expect(mine?.markdown).toContain('### 6 Timeline');
    expect(mine?.markdown).toContain('## 7 Detection');
    expect(parts.find(({ id }) => id === 'timeline')?.markdown).not.toContain('mine');
  });

  it('[RW13] thousands of rows are cut, and it says how many lines the export has more', () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => reviewRow('09:10', `row ${index}`));
    const appendix = partsOf(exampleOne(), now, { rows }).find(({ id }) => id === 'appendix');
    const shown = appendix?.markdown.split('\n').length ?? 0;
    expect(shown).toBeLessThan(300);
    expect((appendix?.leftOut ?? 0) + shown).toBeGreaterThan(3_000);
  });
});

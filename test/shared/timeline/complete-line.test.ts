import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeLine } from '../../../shared/timeline/complete-line.ts';
import { lineContext } from '../../support/line-context.ts';
import { id } from '../../support/timeline-builders.ts';

/** Completes at the `|`; the suggested values, and the text with the first of them put in. */
const complete = (marked: string) => {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completeLine(text, cursor, lineContext());
  const first = found?.suggestions[0]?.value;
  return {
    values: found?.suggestions.map(({ value }) => value) ?? [],
    replaced: found && text.slice(0, found.from) + first + text.slice(found.to),
  };
};

describe('completing the entry line', () => {
  it('[LN10] offers command words at the beginning of the line, also behind a time of day', () => {
    expect(complete('!t|').values).toEqual(['!task', '!todo']);
    expect(complete('!|').values).toContain('!start');
    expect(complete('10:28 !mi|')).toEqual({ values: ['!milestone'], replaced: '10:28 !milestone' });
    expect(complete('he typed !t|').values).toEqual([]);
  });

  it.each([
    ['!sev |', ['SEV1', 'SEV2', 'SEV3']],
    ['!sev 2|', ['SEV2']],
    ['!impact p|', ['partial']],
    ['!promise p|', ['public']],
    ['!alert f|', ['fire', 'fire-unpaged']],
    ['!upd |', ['chat', 'exec', 'support', 'public']],
    ['!phase f|', ['fixed']],
    ['!role s|', ['scribe', 'support']],
    ['!role ic |', ['@Ann Lee', '@Ann Ray', '@Bob Ray', '@Zoë Ångström']],
    ['!role ic bo|', ['@Bob Ray']],
    ['!done a|', ['a-13', 'a-12']],
    ['!clock 3m |', ['fast', 'slow']],
    ['!clock 3m s|', ['slow']],
    ['!clock 3m fast N|', []],
    ['!obs f|', []],
    ['!sev 2 f|', []],
    ['p|', []],
    ['|', []],
  ])('[LN11] offers what fits at "%s"', (marked, expected) => {
    expect(complete(marked).values).toEqual(expected);
  });

  it('[LN14] `!done` is offered what is still open, every entry once', () => {
    const context = lineContext({ unfinished: new Set([id('e12')]) });
    const values = (line: string) => completeLine(line, line.length, context)?.suggestions.map(({ value }) => value);
    expect(values('!done ')).toEqual(['12']);
    expect(values('!done a')).toEqual(['a-12']);
    expect(values('!fix ')).toEqual(['a-13', '12']);
  });

  it('[LN12] offers people behind an @ anywhere and replaces the whole word under the cursor', () => {
    expect(complete('seen by @an|').values).toEqual(['@Ann Lee', '@Ann Ray']);
    expect(complete('!task @b|ob 10m check')).toEqual({ values: ['@Bob Ray'], replaced: '!task @Bob Ray 10m check' });
  });

  it('[LN13] never fails, and its range lies in the text around the cursor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: -5, max: 40 }), (text, cursor) => {
        const line = `!role ${text}`;
        const found = completeLine(line, cursor, lineContext());
        if (!found) return;
        expect(found.from).toBeGreaterThanOrEqual(0);
        expect(found.to).toBeLessThanOrEqual(line.length);
        expect(line.slice(found.from, found.to)).not.toMatch(/\s/);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvToRecords, recordsToCsv } from '../../../shared/playbook/csv.ts';

const cellsOf = (csv: string) => csvToRecords(csv).map(({ cells }) => cells);
// Dense in everything that has a meaning, so that combinations of them are met.
const cell = fc.string({
  unit: fc.constantFrom('a', '"', "'", ',', ';', '\r', '\n', '=', '+', '-', '@', '\t', ' ', 'č'),
});

describe('csv', () => {
  test('[CT1] what was written is read back, with either delimiter', () => {
    const records = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(records, fc.constantFrom(',' as const, ';' as const), (body, delimiter) => {
        const all = [['first', 'second'], ...body.filter((cells) => cells.some((c) => c !== ''))];
        expect(cellsOf(recordsToCsv(all, delimiter))).toEqual(all);
      }),
      { numRuns: 2_000 },
    );
  });

  test('[CT1] any text at all is read without a throw, and every line of it stays findable', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const kept = csvToRecords(text).map((record) => record.text);
        expect(kept.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 2_000 },
    );
  });

  test('[CT2] no cell can start a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const [written = ''] = recordsToCsv([[text]], ',')
          .slice(1)
          .split(/,|\r\n$/);
        expect(written).not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
  });

  test('[CT1] byte order mark, CRLF, doubled quotes', () => {
    expect(recordsToCsv([['a', 'b "c"']], ',')).toBe('\uFEFFa,"b ""c"""\r\n');
  });

  test.each([
    ['line feeds', 'a,b\nc,d\n'],
    ['no last line end', 'a,b\r\nc,d'],
    ['carriage returns', 'a,b\rc,d\r'],
    ['semicolons', 'a;b\r\nc;d\r\n'],
    ['blank lines', '\uFEFF\n\na,b\n  \nc,d\n\n'],
    ['spaces after a closing quote', '"a" ,b\nc,"d"  \n'],
  ])('[CT1] reads %s', (_, csv) => {
    expect(cellsOf(csv)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('[CT1] a comma inside a quoted heading does not decide the delimiter', () => {
    expect(cellsOf('"a,b,c";d\n')).toEqual([['a,b,c', 'd']]);
  });

  test('[CT3] broken quotes are named with their line and kept as text', () => {
    expect(csvToRecords('a,b\n"x\ny",1\n"p"q,2\nr,"s\nt')).toEqual([
      { line: 1, cells: ['a', 'b'], text: 'a,b' },
      { line: 2, cells: ['x\ny', '1'], text: '"x\ny",1' },
      { line: 4, cells: ['pq', '2'], text: '"p"q,2', fault: 'text after a closing quote' },
      { line: 5, cells: ['r', 's\nt'], text: 'r,"s\nt', fault: 'a quote is never closed' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { csvToRecords } from '../../../shared/playbook/csv.ts';
import { timelineToCsv } from '../../../shared/review/timeline-csv.ts';
import { at } from '../../support/lifecycle-builders.ts';
import { reviewRow } from '../../support/review-builders.ts';

describe('the timeline as CSV', () => {
  it('[EX11] one row an event under a header, instants in UTC', () => {
    const rows = [reviewRow('09:05', 'p99 "4.2", high', { name: 'ann-7', key: true, recordedAt: at('09:20') })];
    const [head, row] = csvToRecords(timelineToCsv({ rows }));
    expect(head?.cells.slice(0, 6)).toEqual(['happened_at', 'recorded_at', 'kind', 'text', 'who', 'entry']);
    expect(row?.cells.slice(0, 7)).toEqual([
      '2026-03-02T09:05:00.000Z',
      '2026-03-02T09:20:00.000Z',
      'Note',
      'p99 "4.2", high',
      'Ann Lee',
      'ann-7',
      'yes',
    ]);
  });

  it('[CE8] corrected times and what is known of the clock have columns of their own, behind the others', () => {
    const rows = [
      reviewRow('09:05', 'errors', {
        corrected: { at: at('09:02'), recordedAt: at('09:03') },
        clock: ['clock moved after this'],
      }),
    ];
    const [head, row] = csvToRecords(timelineToCsv({ rows }));
    expect(head?.cells.slice(-3)).toEqual(['happened_at_corrected', 'recorded_at_corrected', 'clock']);
    expect(row?.cells.slice(-3)).toEqual([at('09:02'), at('09:03'), 'clock moved after this']);
    expect(row?.cells[0]).toBe(at('09:05'));
  });

  it.each(['=HYPERLINK("http://e")', '+1', '-1', '@SUM(A1)', '\t=1'])('[EX11] %j is text in a spreadsheet', (text) => {
    const csv = timelineToCsv({ rows: [reviewRow('09:05', text)] });
    const cell = csv.split('\r\n')[1]?.split(',')[3] ?? '';
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
    expect(csvToRecords(csv)[1]?.cells[3]).toBe(text);
  });

  it('[EX11] redacted words are gone, who redacted them stays', () => {
    const rows = [reviewRow('09:05', 'secret', { redacted: { why: 'name', by: 'Ann Lee', at: at('10:40') } })];
    expect(timelineToCsv({ rows })).not.toContain('secret');
    expect(timelineToCsv({ rows })).toContain('2026-03-02T10:40:00.000Z by Ann Lee: name');
  });
});

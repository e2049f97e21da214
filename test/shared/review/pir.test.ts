import { describe, expect, it } from 'vitest';
import { pir } from '../../../shared/review/pir.ts';
import { reviewSections } from '../../../shared/review/review-events.ts';
import { occurred, reviewSource, sectionText, tableRows } from '../../support/review-builders.ts';
import { exampleOne, exampleThree, exampleTwo } from '../../support/worked-examples.ts';

const written = (section: string, markdown: string) =>
  occurred('11:00', { type: 'ReviewSectionWritten', section, markdown });

describe('the fifteen sections', () => {
  it.each([
    ['empty', []],
    ['full', exampleOne()],
  ] as const)('[RV10] all stand in order for an %s incident', (_name, events) => {
    const review = pir(reviewSource(events, '2026-03-13T09:00:00'));
    expect(review.sections.map(({ id }) => id)).toEqual([...reviewSections]);
    expect(review.sections.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
    for (const { blocks } of review.sections) expect(blocks.length).toBeGreaterThan(0);
  });

  it('[RV11] what people have not written says so and is never dropped', () => {
    const review = pir(reviewSource([], '09:00'));
    const unwritten = review.sections.filter(({ id }) => sectionText(review, id).includes('(not written)'));
    expect(unwritten.map(({ number }) => number)).toEqual([2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 14]);
    expect(review.sections.filter(({ isWritten }) => isWritten).map(({ number }) => number)).toEqual([1, 4, 13, 15]);
    const filled = pir(reviewSource([written('went-well', '- Fast page')], '12:00'));
    expect(sectionText(filled, 'went-well')).toBe('Fast page');
    expect(filled.sections[9]?.isWritten).toBe(true);
  });
});

describe('metrics', () => {
  it('[RV12] E1: full names, values and both ends of each', () => {
    const rows = tableRows(pir(reviewSource(exampleOne(), '2026-03-13T09:00:00')), 'metrics');
    expect(rows.slice(0, 7)).toEqual([
      ['Time to Detect', '4m 00s', 'Failure 09:00:00', 'Detected 09:04:00', ''],
      ['Time to Acknowledge', '3m 30s', 'Alerted 09:04:00', 'Acknowledged 09:07:30', ''],
      ['Time to Identify', '32m 00s', 'Failure 09:00:00', 'Identified 09:32:00', ''],
      ['Time to Repair', '1h 10m', 'Failure 09:00:00', 'Fixed 10:10:00', ''],
      ['Time to Respond', '1h 06m', 'Detected 09:04:00', 'Fixed 10:10:00', ''],
      ['Time to Recover', '1h 25m', 'Failure 09:00:00', 'Recovered 10:25:00', ''],
      ['Time to Resolve', '10d 07h', 'Failure 09:00:00', 'Resolved 12 Mar 2026 16:00:00', ''],
    ]);
  });

  it('[RV12] E2: estimated, range, what it was, order and running stand in words', () => {
    const rows = tableRows(pir(reviewSource(exampleTwo(), '2026-04-10T09:20:00')), 'metrics');
    const of = (name: string) => rows.find(([first]) => first === name);
    expect(of('Time to Detect')?.slice(1)).toEqual([
      '52m 00s',
      'Failure 23:20:00',
      'Detected 10 Apr 2026 00:12:00',
      'estimated, between 42m 00s and 1h 02m, was 22m 00s',
    ]);
    expect(of('Time to Identify')?.[4]).toContain('out of the working order');
    expect(of('Time to Resolve')?.[1]).toBe('running, 10h 00m so far');
    expect(of('Page lag')?.slice(1)).toEqual([
      '8m 00s',
      'Detected 10 Apr 2026 00:12:00',
      'Alerted 10 Apr 2026 00:20:00',
      'beside the seven standard measures',
    ]);
  });

  it('[RV12] E3: first diagnosis, fix and recovery stand beside the last', () => {
    const rows = tableRows(pir(reviewSource(exampleThree(), '2026-06-03T15:00:00')), 'metrics');
    const of = (name: string) => rows.find(([first]) => first === name);
    expect([of('Time to Identify')?.[1], of('Time to Identify')?.[4]]).toEqual(['2h 18m', 'first 20m 00s']);
    expect([of('Time to Recover')?.[1], of('Time to Recover')?.[4]]).toEqual(['2h 30m', 'first 50m 00s']);
    expect(of('Impacted time')?.[1]).toBe('1h 10m');
  });

  it('[RV12] what is missing is said to be missing; time between failures only where the library was asked', () => {
    const bare = pir(reviewSource([], '09:00'));
    expect(tableRows(bare, 'metrics')[0]?.[1]).toBe('missing: Failure not recorded');
    expect(sectionText(bare, 'metrics')).toContain('were not looked up here');
    const tbf = { kind: 'value', ms: 246 * 3_600_000, flags: [] } as const;
    const previous = [{ service: 'checkout', incident: 'INC-211', tbf, ttf: { kind: 'na', why: 'overlap' } as const }];
    const rows = tableRows(pir(reviewSource(exampleOne(), '2026-03-13T09:00:00', { previous })), 'metrics');
    expect(rows[7]?.slice(0, 4)).toEqual([
      'Time Between Failures, checkout',
      '10d 06h',
      'failure of INC-211',
      'this failure 09:00:00',
    ]);
    expect(rows[8]?.[1]).toBe('not applicable: overlap');
  });
});

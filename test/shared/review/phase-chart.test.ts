import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../../shared/incident/incident-event.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { countLevels, placeLabels, textWidth } from '../../../shared/review/chart-labels.ts';
import { createChartScale } from '../../../shared/review/chart-scale.ts';
import { type ChartText, labelSize } from '../../../shared/review/chart-shapes.ts';
import type { PhaseChart } from '../../../shared/review/phase-chart.ts';
import { chartToSvg } from '../../../shared/review/phase-chart-svg.ts';
import { pir } from '../../../shared/review/pir.ts';
import { unprintable } from '../../../shared/review/printable-text.ts';
import { at } from '../../support/lifecycle-builders.ts';
import { occurred, reviewSource } from '../../support/review-builders.ts';
import { exampleOne, exampleThree, exampleTwo } from '../../support/worked-examples.ts';

const chartOf = (events: readonly IncidentEvent[], now: string): PhaseChart => {
  const { chart } = pir(reviewSource(events, now));
  if (!chart) throw new Error('no chart');
  return chart;
};

const boxOf = ({ x, y, text, anchor }: ChartText) => {
  const width = textWidth(text, labelSize);
  const left = anchor === 'middle' ? x - width / 2 : x;
  return { text, left, right: left + width, top: y - labelSize + 2, bottom: y + 2 };
};

const overlaps = (chart: PhaseChart): readonly string[] => {
  const boxes = chart.shapes.filter((shape) => shape.kind === 'text').map(boxOf);
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
};

const update = (time: string, audience: string, n: number) =>
  occurred(time, { type: 'UpdateSent', audience, n, text: 'x', situation: 'detected' });

const examples = [
  ['E1', [...exampleOne(), update('09:12', 'public', 1), update('09:13', 'chat', 1)], '2026-03-13T09:00:00'],
  ['E2', exampleTwo(), '2026-04-10T09:20:00'],
  ['E3', exampleThree(), '2026-06-03T15:00:00'],
] as const;

describe('phase chart', () => {
  it.each(examples)('[RV20] %s: no label touches another, none leaves the drawing', (_name, events, now) => {
    const chart = chartOf(events, now);
    expect(overlaps(chart)).toEqual([]);
    for (const shape of chart.shapes) {
      if (shape.kind !== 'text') continue;
      const box = boxOf(shape);
      expect([box.text, box.left >= 0, box.right <= chart.width, box.bottom <= chart.height]).toEqual([
        box.text,
        true,
        true,
        true,
      ]);
    }
  });

  it('[RV21] ten days of follow-up are cut, said so, and leave the first hours their room', () => {
    const chart = chartOf(exampleOne(), '2026-03-13T09:00:00');
    const texts = chart.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
    expect(texts.find(({ text }) => text.includes('not drawn'))?.text).toBe('10d 05h not drawn');
    expect(chart.description).toContain('Not to scale');
    const xOf = (start: string) => texts.find(({ text }) => text.startsWith(start))?.x ?? Number.NaN;
    expect(xOf('Recovered') - xOf('Failure')).toBeGreaterThan(chart.width / 2);
    expect(texts.map(({ text }) => text)).toContain('Resolved 12 Mar 16:00');
  });

  it('[RV21] an even stretch is drawn to scale, without a cut', () => {
    const scale = createChartScale([at('12:00'), at('12:50'), at('14:10'), at('14:30')], 0, 600, 'UTC');
    expect(scale.breaks).toEqual([]);
    expect(scale.toX(at('13:15'))).toBeCloseTo(300);
    expect(scale.toX(at('11:00'))).toBe(0);
    expect(scale.toX(at('16:00'))).toBe(600);
  });

  it('[RV21] a mistyped year makes the axis centuries long, and no more ticks than there is room for', () => {
    const scale = createChartScale(['0026-03-02T09:00:00.000Z' as Instant, at('12:00')], 0, 600, 'UTC');
    expect(scale.ticks.length).toBeGreaterThan(1);
    expect(scale.ticks.length).toBeLessThan(12);
  });

  it('[RV20] labels that begin close together go to levels of their own, in an order that no leader crosses', () => {
    const placed = placeLabels(
      [10, 12, 14, 400].map((x) => ({ x, text: 'Acknowledged 09:07' })),
      labelSize,
    );
    expect(placed.map(({ level }) => level)).toEqual([2, 1, 0, 0]);
    expect(countLevels(placed)).toBe(3);
  });

  it('[RV22] the drawing has a role, a title and a description, and its words cannot end it', () => {
    const events = exampleOne().map((event) =>
      event.type === 'IncidentDeclared' ? { ...event, title: '</title><script>alert(1)</script>' } : event,
    );
    const svg = chartToSvg(chartOf(events, '2026-03-13T09:00:00'));
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="phase-chart-title phase-chart-description"/);
    expect(svg).not.toContain('<script');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toContain('http');
  });

  it('[EX31] a name that no bundled font can draw is drawn by its numbers, in the room that there is', () => {
    const chart = chartOf([...exampleOne(), update('09:12', '支払い', 1)], '2026-03-13T09:00:00');
    const words = chart.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(words.join(' ')).toContain('[U+652F][U+6255]...');
    expect(unprintable(words.join(' '))).toEqual([]);
    expect(overlaps(chart)).toEqual([]);
  });

  it('[RV22] nothing recorded, nothing drawn', () => {
    expect(pir(reviewSource([], '09:00')).chart).toBeUndefined();
  });
});

import { recoveryWords } from '../../../shared/incident/words.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { milestoneWords } from '../../../shared/lifecycle/lifecycle.ts';
import { type MetricId, metricWords } from '../../../shared/lifecycle/metric-definitions.ts';
import type { MetricResult } from '../../../shared/lifecycle/metric-result.ts';

/** One clock as the row of clocks shows it. */
export interface MetricCell {
  /** A figure that ended or runs, or the words that stand in its place. */
  readonly state: 'ended' | 'running' | 'missing' | 'na' | 'invalid';
  readonly value: string;
  /** From when to when, or what the figure is worth; empty where the value says all. */
  readonly detail: string;
  /** Everything in one sentence: for the pointer and for listeners. */
  readonly full: string;
}

interface Ends {
  readonly start?: Instant;
  readonly stop?: Instant;
}

/** Every state in words: a number never stands without from and to, and a missing one says what it lacks. */
export const metricCell = (id: MetricId, result: MetricResult, ends: Ends, zone: string): MetricCell => {
  const { name, from, to } = metricWords[id];
  const title = `${name}: ${from} to ${to}`;
  const clock = (at: Instant | undefined) => (at ? formatClock(at, zone) : '');
  switch (result.kind) {
    case 'value': {
      const span = `${clock(ends.start)}–${clock(ends.stop)}`;
      const remarks = [
        result.leadMs === undefined ? '' : `noticed ${formatDuration(result.leadMs)} before the failure`,
        result.flags.includes('order') ? 'out of the working order' : '',
        result.flags.includes('estimated') ? 'estimated' : '',
        result.range ? `between ${formatDuration(result.range.minMs)} and ${formatDuration(result.range.maxMs)}` : '',
      ].filter(Boolean);
      const value = formatDuration(result.ms);
      const detail = result.flags.includes('estimated') ? `${span} est.` : span;
      return { state: 'ended', value, detail, full: sentence(title, value, span, ...remarks) };
    }
    case 'running': {
      const value = formatDuration(result.ms);
      const span = `${clock(ends.start)}–now`;
      const isEstimated = result.flags.includes('estimated');
      return {
        state: 'running',
        value,
        detail: isEstimated ? `${span} est.` : span,
        full: sentence(title, `${value}, still running`, isEstimated ? 'the start is estimated' : ''),
      };
    }
    case 'missing': {
      const needs = result.needs.map(wordOf).join(' and ');
      return {
        state: 'missing',
        value: 'not recorded',
        detail: `no ${needs}`,
        full: sentence(title, `not recorded: ${needs}`),
      };
    }
    case 'na':
      return { state: 'na', value: result.why, detail: '', full: sentence(title, `does not apply: ${result.why}`) };
    case 'invalid':
      return {
        state: 'invalid',
        value: shorten(result.why),
        detail: '',
        full: sentence(title, result.why, 'left out of statistics'),
      };
  }
};

const sentence = (title: string, ...parts: readonly string[]): string =>
  `${title}. ${parts.filter(Boolean).join(', ')}`;

const wordOf = (need: string): string =>
  Object.hasOwn(milestoneWords, need)
    ? milestoneWords[need as keyof typeof milestoneWords]
    : (recoveryWords[need] ?? need);

// "Acknowledged is before Alerted. Correct one of them." has to fit a cell: its first sentence without the verb.
const shorten = (why: string): string => (why.split('.')[0] ?? why).replace(' is before ', ' before ');

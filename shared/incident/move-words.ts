import { formatDuration } from '../kernel/duration.ts';
import { countOf } from '../kernel/words.ts';
import { milestoneWords } from '../lifecycle/lifecycle.ts';
import { metricWords } from '../lifecycle/metric-definitions.ts';
import type { MetricResult } from '../lifecycle/metric-result.ts';
import type { MetricMove } from './preview.ts';

/** A metric before and after, in words: "Time to Repair", "Failure to Fixed", "1h 12m, running", "1h 10m". */
export const moveWords = ({ id, before, after }: MetricMove) => ({
  name: metricWords[id].name,
  ends: `${metricWords[id].from} to ${metricWords[id].to}`,
  before: resultWords(before),
  after: resultWords(after),
});

/** On one line, for what is spoken or printed: "Time to Repair: 1h 10m (was 1h 12m, running)". */
export const moveLine = (move: MetricMove): string => {
  const { name, before, after } = moveWords(move);
  return `${name}: ${after} (was ${before})`;
};

const mostNamed = 3;

/** The figures that moved, as one sentence behind another; empty when none did. */
export const movesSentence = (moves: readonly MetricMove[]): string => {
  const more = moves.length - mostNamed;
  const named = moves.slice(0, mostNamed).map(moveLine).join('; ');
  if (named === '') return '';
  return more > 0 ? `${named}; and ${countOf(more, 'more figure')}.` : `${named}.`;
};

const resultWords = (result: MetricResult): string => {
  switch (result.kind) {
    case 'value': {
      const range = result.range
        ? `, ${formatDuration(result.range.minMs)} to ${formatDuration(result.range.maxMs)}`
        : '';
      return `${formatDuration(result.ms)}${result.flags.includes('estimated') ? ' estimated' : ''}${range}`;
    }
    case 'running':
      return `${formatDuration(result.ms)}, running`;
    case 'missing':
      return `no ${result.needs.map(wordOf).join(' and ')}`;
    case 'na':
      return result.why;
    case 'invalid':
      return result.why;
  }
};

const wordOf = (need: string): string =>
  Object.hasOwn(milestoneWords, need) ? milestoneWords[need as keyof typeof milestoneWords] : need;

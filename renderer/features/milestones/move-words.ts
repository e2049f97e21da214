import type { MetricMove } from '../../../shared/incident/preview.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { milestoneWords } from '../../../shared/lifecycle/lifecycle.ts';
import { metricWords } from '../../../shared/lifecycle/metric-definitions.ts';
import type { MetricResult } from '../../../shared/lifecycle/metric-result.ts';

/** A metric before and after, in words: "Time to Repair", "Failure to Fixed", "1h 12m, running", "1h 10m". */
export const moveWords = ({ id, before, after }: MetricMove) => ({
  name: metricWords[id].name,
  ends: `${metricWords[id].from} to ${metricWords[id].to}`,
  before: resultWords(before),
  after: resultWords(after),
});

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

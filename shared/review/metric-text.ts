import { formatDuration } from '../kernel/duration.ts';
import { type Milestone, milestoneWords } from '../lifecycle/lifecycle.ts';
import type { MetricFlag, MetricResult } from '../lifecycle/metric-result.ts';

const flagWords: Readonly<Record<MetricFlag, string>> = {
  order: 'out of the working order',
  'early-warning': 'noticed before it failed',
  estimated: 'estimated',
  'business-days': 'without Saturdays and Sundays',
};

/** The value, or in words why there is none. */
export const metricValue = (result: MetricResult): string => {
  switch (result.kind) {
    case 'value':
      return formatDuration(result.ms);
    case 'running':
      return `running, ${formatDuration(result.ms)} so far`;
    case 'missing':
      return `missing: ${result.needs.map(needWords).join(', ')} not recorded`;
    case 'na':
      return `not applicable: ${result.why}`;
    case 'invalid':
      return `invalid: ${result.why}`;
  }
};

/** What a reader has to know beside the value: flags, range, lead. Empty when there is nothing. */
export const metricRemarks = (result: MetricResult): string => {
  if (result.kind !== 'value' && result.kind !== 'running') return '';
  const remarks = result.flags.map((flag) => flagWords[flag]);
  if (result.kind === 'value') {
    const { range, leadMs } = result;
    if (range) remarks.push(`between ${formatDuration(range.minMs)} and ${formatDuration(range.maxMs)}`);
    if (leadMs !== undefined) remarks.push(`${formatDuration(leadMs)} before`);
  }
  return remarks.join(', ');
};

const needWords = (need: string): string => milestoneWords[need as Milestone] ?? need;

import type { RootContent } from 'mdast';
import type { Instant } from '../kernel/instant.ts';
import { paragraph, table } from './mdast-nodes.ts';
import { metricRemarks, metricValue } from './metric-text.ts';
import { commentBlocks, type PirContext } from './pir-context.ts';
import type { ReviewBlock } from './review-document.ts';
import { type MetricRow, reviewMetrics } from './review-metrics.ts';

export const metricsSection = (context: PirContext): readonly ReviewBlock[] => {
  const rows = reviewMetrics(context.source);
  return [
    table(
      ['Measure', 'Value', 'From', 'To', 'Remarks'],
      rows.map((row) => [
        row.name,
        metricValue(row.result),
        end(context, row.from, row.start),
        end(context, row.to, row.stop),
        remarks(row),
      ]),
    ),
    ...(context.source.timeline.clockErrors.size > 0
      ? [
          paragraph(
            'The error of a clock was stated: see the timeline. These figures use the times as they were recorded.',
          ),
        ]
      : []),
    ...(context.source.previous === undefined
      ? [
          paragraph(
            'Time Between Failures and Time to Fail need the incidents before this one; they were not looked up here.',
          ),
        ]
      : []),
    ...(context.source.previous?.length === 0
      ? [
          paragraph(
            'Time Between Failures and Time to Fail: no earlier failure of the same service is in this library.',
          ),
        ]
      : []),
    { type: 'phase-chart' },
    ...(commentBlocks(context, 'metrics') satisfies readonly RootContent[]),
  ];
};

const end = ({ words }: PirContext, name: string, at: Instant | undefined): string =>
  at ? `${name} ${words.clock(at)}` : name;

const remarks = ({ result, first, was, added }: MetricRow): string =>
  [
    metricRemarks(result),
    first && `first ${metricValue(first)}`,
    was && `was ${metricValue(was)}`,
    added && 'beside the seven standard measures',
  ]
    .filter(Boolean)
    .join(', ');

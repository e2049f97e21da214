import type { Instant } from '../kernel/instant.ts';
import { recordsToCsv } from '../playbook/csv.ts';
import type { ReviewRow, ReviewSource } from './review-source.ts';

const columns = [
  'happened_at',
  'recorded_at',
  'kind',
  'text',
  'who',
  'entry',
  'key',
  'restricted',
  'corrections',
  'redacted',
  'withdrawn',
  'evidence',
  'happened_at_corrected',
  'recorded_at_corrected',
  'clock',
] as const;

/**
 * The timeline for a spreadsheet: instants in UTC, one row an event, what was corrected in a cell of its own. Cells that
 * a spreadsheet would run as a formula are made text by the CSV writer.
 */
export const timelineToCsv = ({ rows, edition }: Pick<ReviewSource, 'rows' | 'edition'>): string => {
  const shown = edition === 'shared' ? rows.filter(({ restricted }) => !restricted) : rows;
  return recordsToCsv([columns, ...shown.map(toCells)], ',');
};

const toCells = (row: ReviewRow): readonly string[] => [
  row.occurredAt,
  row.recordedAt,
  row.kind,
  row.redacted ? '' : row.text,
  row.who,
  row.name ?? '',
  yesOrEmpty(row.key),
  yesOrEmpty(row.restricted),
  row.corrections.map(correctionText).join(' | '),
  row.redacted ? happened(row.redacted.at, row.redacted.by, row.redacted.why) : '',
  row.withdrawn ? happened(row.withdrawn.at, row.withdrawn.by, row.withdrawn.reason) : '',
  row.evidence.map(({ text }) => text).join(' | '),
  row.corrected?.at ?? '',
  row.corrected?.recordedAt ?? '',
  row.clock.join(' | '),
];

const correctionText = ({
  oldText,
  oldOccurredAt,
  correctedAt,
  by,
  reason,
}: ReviewRow['corrections'][number]): string =>
  [oldOccurredAt && `was ${oldOccurredAt}`, oldText && `was "${oldText}"`, happened(correctedAt, by, reason)]
    .filter(Boolean)
    .join('; ');

const happened = (at: Instant, by: string, why: string | undefined) => `${at} by ${by}${why ? `: ${why}` : ''}`;

const yesOrEmpty = (value: boolean) => (value ? 'yes' : '');

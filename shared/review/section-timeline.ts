import type { PhrasingContent, RootContent } from 'mdast';
import { formatDuration } from '../kernel/duration.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { clockNotes, happenedWords, recordedWords } from './clock-notes.ts';
import { joinLines } from './join-lines.ts';
import { bullets, type Inline, monospace, paragraph, struck, table, text } from './mdast-nodes.ts';
import { type PirContext, writtenBlocks } from './pir-context.ts';
import type { ReviewRow, RowCorrection } from './review-source.ts';
import { timelineGaps } from './timeline-gaps.ts';

export const timelineSection = (context: PirContext): readonly RootContent[] => {
  const { source, words, rows } = context;
  const keyRows = rows.filter(({ key, withdrawn }) => key && !withdrawn);
  const gapMinutes = source.playbook.settings.gapMinutes;
  const gaps = timelineGaps(rows, currentClaim(source.lifecycle, 'recovered')?.at ?? source.now, gapMinutes);
  return [
    keyRows.length > 0
      ? table(
          ['Time', 'Kind', 'What', 'Evidence'],
          keyRows.map((row) => [happenedWords(row, words.clock), row.kind, rowText(context, row), evidenceText(row)]),
        )
      : paragraph('No entry is marked as key. The full timeline is in the appendix.'),
    ...clockNotes(source).map((note) => paragraph(note)),
    ...(gaps.length > 0
      ? [paragraph(`Nothing was recorded for more than ${gapMinutes} minutes:`), gapList(context, gaps)]
      : []),
    ...writtenBlocks(context, 'timeline', 'Gaps explained'),
  ];
};

const gapList = ({ words }: PirContext, gaps: readonly { readonly from: Instant; readonly to: Instant }[]) =>
  bullets(
    gaps.map(({ from, to }) => `${words.clock(from)} to ${words.clock(to)}, ${formatDuration(elapsedMs(from, to))}`),
  );

export const fullTimelineTable = (context: PirContext): RootContent => {
  const { words, rows } = context;
  if (rows.length === 0) return paragraph('Nothing was recorded.');
  return table(
    ['Happened', 'Recorded', 'Kind', 'What', 'Who', 'Entry'],
    rows.map((row) => [
      happenedWords(row, words.clock),
      recordedWords(row, words.clock),
      row.kind,
      rowText(context, row),
      row.who,
      row.name ?? '',
    ]),
  );
};

/** What the row says now, after everything it said before, struck through: a reader sees what was believed then. */
const rowText = ({ words }: PirContext, row: ReviewRow): Inline => {
  const nodes: PhrasingContent[] = row.corrections.flatMap((correction) => correctionText(words.clock, correction));
  const { redacted, withdrawn } = row;
  if (redacted) nodes.push(text(`redacted ${words.clock(redacted.at)} by ${redacted.by}: ${redacted.why}`));
  else nodes.push(...(withdrawn ? [struck(row.text)] : [text(row.text)]));
  if (withdrawn) nodes.push(text(` (taken back ${words.clock(withdrawn.at)} by ${withdrawn.by}: ${withdrawn.reason})`));
  if (row.clock.length > 0) nodes.push(text(` [${row.clock.join('; ')}]`));
  return nodes.map(toOneLine);
};

const correctionText = (clock: (at: Instant) => string, correction: RowCorrection): readonly PhrasingContent[] => {
  const { oldText, oldOccurredAt, correctedAt, by, reason } = correction;
  const old = [oldOccurredAt && clock(oldOccurredAt), oldText].filter(Boolean).join(' ');
  const why = `corrected ${clock(correctedAt)} by ${by}${reason ? `: ${reason}` : ''}`;
  return [...(old ? [struck(old), text(' ')] : []), text(`(${why}) `)];
};

const evidenceText = ({ evidence }: ReviewRow): Inline =>
  evidence.flatMap((piece, index): PhrasingContent[] => [...(index > 0 ? [text(', ')] : []), monospace(piece.text)]);

// A table cell holds one line.
const toOneLine = (node: PhrasingContent): PhrasingContent => {
  if (node.type === 'text') return text(joinLines(node.value));
  if (node.type === 'delete') return { ...node, children: node.children.map(toOneLine) };
  return node;
};

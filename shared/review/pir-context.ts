import type { RootContent } from 'mdast';
import type { Instant } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { embedMarkdown } from './embed-markdown.ts';
import { heading, paragraph } from './mdast-nodes.ts';
import { notWritten } from './review-document.ts';
import type { ReviewSection } from './review-events.ts';
import type { ReviewRow, ReviewSource } from './review-source.ts';
import { createReviewWords, type ReviewWords } from './review-words.ts';

/** What every section is made with. */
export interface PirContext {
  readonly source: ReviewSource;
  readonly words: ReviewWords;
  /** The rows that this edition shows. */
  readonly rows: readonly ReviewRow[];
  /** The first moment of the story: failure, else detection, else the declaration. */
  readonly start: Instant;
}

export const createPirContext = (source: ReviewSource): PirContext => {
  const start = storyStart(source);
  const rows = source.edition === 'shared' ? source.rows.filter(({ restricted }) => !restricted) : source.rows;
  return { source, words: createReviewWords(source, start), rows, start };
};

const storyStart = ({ lifecycle, now }: Pick<ReviewSource, 'lifecycle' | 'now'>): Instant =>
  currentClaim(lifecycle, 'failure')?.at ??
  currentClaim(lifecycle, 'detected')?.at ??
  lifecycle.declared?.occurredAt ??
  now;

export const isSectionWritten = ({ review }: Pick<ReviewSource, 'review'>, section: ReviewSection): boolean =>
  (review.sections.get(section)?.markdown ?? '').trim() !== '';

/** People's own text under an optional heading; "(not written)" where it is missing, so that nobody overlooks it. */
export const writtenBlocks = (context: PirContext, section: ReviewSection, title?: string): readonly RootContent[] => [
  ...(title ? [heading(3, title)] : []),
  ...(isSectionWritten(context.source, section)
    ? ownText(context, section, title ? 3 : 2)
    : [paragraph([{ type: 'emphasis', children: [{ type: 'text', value: notWritten }] }])]),
];

/** A comment that nobody owes: nothing where there is none. */
export const commentBlocks = (context: PirContext, section: ReviewSection): readonly RootContent[] =>
  isSectionWritten(context.source, section) ? [heading(3, 'Comment'), ...ownText(context, section, 3)] : [];

const ownText = ({ source, words, rows }: PirContext, section: ReviewSection, under: number) =>
  embedMarkdown(source.review.sections.get(section)?.markdown ?? '', {
    under,
    entryText: (name) => {
      const row = findRowByName(rows, name);
      return row && words.clock(row.occurredAt);
    },
  });

/** `ann-7`; also `7` alone while that is nobody else's number. */
const findRowByName = (rows: readonly ReviewRow[], name: string): ReviewRow | undefined => {
  const exact = rows.find((row) => row.name === name);
  const alike = exact ? [] : rows.filter((row) => row.name?.endsWith(`-${name}`));
  return exact ?? (alike.length === 1 ? alike[0] : undefined);
};

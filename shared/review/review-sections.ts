import { type ReviewSection, reviewSections } from './review-events.ts';

export interface SectionKind {
  readonly id: ReviewSection;
  /** 1 to 15, as printed. */
  readonly number: number;
  readonly title: string;
  /** `computed` sections may carry a comment, except those that are not `writable`. */
  readonly how: 'computed' | 'written' | 'mixed';
  readonly writable: boolean;
  /** What people write there and who does it (domain.md 7.1). */
  readonly asks: string;
  /** Roles not names: the section tells how it made sense, not who it was. */
  readonly blameless: boolean;
}

const kinds: Readonly<Record<ReviewSection, Omit<SectionKind, 'id' | 'number'>>> = {
  header: { title: 'Header', how: 'computed', writable: true, asks: 'Comment', blameless: false },
  summary: { title: 'Summary', how: 'mixed', writable: true, asks: '3 to 5 sentences, by the owner', blameless: true },
  impact: {
    title: 'Impact',
    how: 'mixed',
    writable: true,
    asks: 'Business effect and data statement, by the Incident Commander',
    blameless: false,
  },
  metrics: {
    title: 'Metrics',
    how: 'computed',
    writable: true,
    asks: 'Comment on odd values, by the owner',
    blameless: false,
  },
  'what-happened': {
    title: 'What happened',
    how: 'written',
    writable: true,
    asks: 'The story from several viewpoints, by the owner and the team',
    blameless: true,
  },
  timeline: {
    title: 'Timeline',
    how: 'mixed',
    writable: true,
    asks: 'Gaps explained, by the Incident Commander and the team',
    blameless: false,
  },
  'detection-and-response': {
    title: 'Detection and response',
    how: 'mixed',
    writable: true,
    asks: 'What made it hard, by the team',
    blameless: false,
  },
  decisions: {
    title: 'Decisions and trade-offs',
    how: 'mixed',
    writable: true,
    asks: 'How each looks now, by the Incident Commander and the Resolution Lead',
    blameless: false,
  },
  factors: {
    title: 'Contributing factors',
    how: 'mixed',
    writable: true,
    asks: 'A first set by the Resolution Lead, additions by the team',
    blameless: true,
  },
  'went-well': {
    title: 'Went well, went poorly, lucky',
    how: 'written',
    writable: true,
    asks: 'Three lists, by everyone',
    blameless: true,
  },
  surprises: {
    title: 'Surprises and open questions',
    how: 'mixed',
    writable: true,
    asks: 'Lists, by everyone',
    blameless: false,
  },
  actions: {
    title: 'Actions',
    how: 'mixed',
    writable: true,
    asks: 'What will change, who owns it, by when; by the owners',
    blameless: false,
  },
  'similar-incidents': {
    title: 'Similar incidents',
    how: 'mixed',
    writable: true,
    asks: 'What they have to do with this one, by the Resolution Lead',
    blameless: false,
  },
  'outside-summary': {
    title: 'Outside summary',
    how: 'mixed',
    writable: true,
    asks: 'What happened, why, what we change; drafted by Communications, approved by the Incident Commander',
    blameless: false,
  },
  appendix: { title: 'Appendix', how: 'computed', writable: false, asks: '', blameless: false },
};

/** In export order. */
export const sectionKinds: readonly SectionKind[] = reviewSections.map((id, index) => ({
  id,
  number: index + 1,
  ...kinds[id],
}));

export const isReviewSection = (id: string): id is ReviewSection => Object.hasOwn(kinds, id);

/** @throws for an id that is no section: parse with `isReviewSection` where it comes from outside. */
export const findSectionKind = (id: ReviewSection): SectionKind => {
  const kind = sectionKinds.find((candidate) => candidate.id === id);
  if (!kind) throw new Error(`No section ${id}`);
  return kind;
};

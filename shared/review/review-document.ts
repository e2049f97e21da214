import type { RootContent } from 'mdast';
import type { Instant } from '../kernel/instant.ts';
import type { PhaseChart } from './phase-chart.ts';
import type { SectionKind } from './review-sections.ts';

/** The review as one tree, from which every format is printed. */
export interface ReviewDocument {
  /** As the heading reads; a drill's begins with "EXERCISE". */
  readonly title: string;
  /** One line under the title: name, severity, span, status. */
  readonly subtitle: string;
  readonly drill: boolean;
  readonly generatedAt: Instant;
  readonly head: string;
  readonly sections: readonly DocumentSection[];
  /** Drawn in the section that holds the chart block; undefined while nothing has happened. */
  readonly chart: PhaseChart | undefined;
}

export interface DocumentSection extends SectionKind {
  /** False while people still have to write here: the outline says "not written". */
  readonly isWritten: boolean;
  readonly blocks: readonly ReviewBlock[];
}

/** A piece of Markdown, or the place where the phase chart is printed. */
export type ReviewBlock = RootContent | { readonly type: 'phase-chart' };

export const notWritten = '(not written)';

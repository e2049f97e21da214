import type { Dialog } from '../../state/view-store.ts';

/** A sentence with one running duration in it, kept apart so that its digits get fixed slots. */
export interface Sentence {
  readonly before: string;
  readonly duration?: string;
  readonly after?: string;
}

/** What the button of the Next bar does; data, so that the rules need no window. */
export type NextTarget =
  | { readonly kind: 'compose'; readonly audience: string }
  | { readonly kind: 'handoff'; readonly role: string }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'review' }
  | { readonly kind: 'entry' };

export interface NextItem {
  readonly id: string;
  /** over: due or expired, the only one that may be filled. soon: wants a look. waiting: somebody waits. */
  readonly shape: 'over' | 'soon' | 'waiting';
  /** Late enough to bring in more people: told by another shape and in `why`. */
  readonly isEscalated?: boolean;
  /** Late by a whole interval (level 3): the bar reaches across the page. */
  readonly isAcross?: boolean;
  readonly what: Sentence;
  /** Short form for "Then". */
  readonly brief: Sentence;
  readonly why: string;
  readonly act: { readonly label: string; readonly keys?: string; readonly target: NextTarget };
}

export const sentence = (before: string, duration?: string, after?: string): Sentence => ({
  before,
  ...(duration === undefined ? {} : { duration }),
  ...(after === undefined ? {} : { after }),
});

/** The whole sentence as one text: for listeners. */
export const spoken = ({ before, duration, after }: Sentence): string =>
  [before, duration, after].filter(Boolean).join(' ');

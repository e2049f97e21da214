import type { Asking } from '../record/rules.ts';
import type { EntryName } from './timeline-events.ts';
import type { TimelineState } from './timeline-state.ts';

/** The next name of this device: one more than its highest in the incident, gaps are never filled. */
export const nextEntryName = ({ highestNumbers }: TimelineState, { by }: Asking): EntryName => ({
  tag: by.device,
  n: (highestNumbers.get(by.device) ?? 0) + 1,
});

/** `a-12`; only `12` for a device without a tag. */
export const formatEntryName = ({ tag, n }: EntryName): string => (tag ? `${tag}-${n}` : `${n}`);

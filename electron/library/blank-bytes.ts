import type { EventId } from '../../shared/record/ids.ts';
import { blankLine } from '../../shared/record/line.ts';
import type { ContentSums } from './content-sums.ts';

/** The bytes of a journal with null for every text of these events; null when nothing changes. Damage stays as it is. */
export const blankBytes = (bytes: Buffer, events: ReadonlySet<EventId>, sums: ContentSums): Buffer | null => {
  if (events.size === 0) return null;
  const parts: Buffer[] = [];
  let isChanged = false;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    const piece = bytes.subarray(start, end);
    const blanked = blankLine(piece.toString('utf8'), events, sums);
    isChanged ||= blanked !== null;
    parts.push(blanked === null ? piece : Buffer.from(blanked), bytes.subarray(end, feed < 0 ? end : end + 1));
    start = end + 1;
  }
  return isChanged ? Buffer.concat(parts) : null;
};

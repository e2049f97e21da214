import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The rows in sight (with overscan) and the active one, which keeps its focus while out of sight; -1 for none. */
export const rowsToRender = (range: Range, activeIndex: number): number[] => {
  const indexes = defaultRangeExtractor(range);
  if (activeIndex < 0 || activeIndex >= range.count || indexes.includes(activeIndex)) return indexes;
  return [...indexes, activeIndex].toSorted((a, b) => a - b);
};

/** The row a key leads to from `current`, which may lie one before the first or one after the last; null: not such a key. */
export const rowToMoveTo = (key: string, current: number, count: number): number | null => {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'ArrowDown':
      return Math.min(count - 1, current + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};

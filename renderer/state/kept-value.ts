type Parts = Readonly<Record<string, unknown>>;

/**
 * A value that was kept, in the shape of the one that its field begins with: another version may have left other parts, or
 * parts of another kind. What the field does not know of them stays; what is missing or of another kind is as it begins.
 *
 * @param begin with every part that the value always has: one that may go again belongs within a part, as in a moment
 */
export const inShapeOf = <T>(begin: T, kept: unknown): T => {
  if (kept === undefined) return begin;
  if (!isParts(begin) || !isParts(kept)) return isLike(begin, kept) ? (kept as T) : begin;
  const known = Object.entries(begin).map(([name, part]) => [
    name,
    kept[name] !== undefined && isLike(part, kept[name]) ? kept[name] : part,
  ]);
  return { ...kept, ...Object.fromEntries(known) } as T;
};

/** Null is that of a choice which is still open, or was opened again. */
const isLike = (begin: unknown, kept: unknown): boolean => {
  if (begin === null || kept === null) return true;
  if (!isParts(begin) || !isParts(kept))
    return typeof begin === typeof kept && Array.isArray(begin) === Array.isArray(kept);
  // One may be gone: a moment that was chosen goes as soon as its text is another one.
  const common = Object.keys(begin).filter((name) => name in kept);
  return common.length > 0 && common.every((name) => isLike(begin[name], kept[name]));
};

const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

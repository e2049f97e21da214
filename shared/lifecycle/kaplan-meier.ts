/** The median could not be reached: more than half had not finished when last seen. */
export const notReached = 'not-reached';

/**
 * Kaplan-Meier median in ms: the first time at which no more than half are still running. `censored` are spans that go on;
 * one censored at a time still counts as at risk then. Null without a finished or running span.
 */
export const kaplanMeierMedian = (
  done: readonly number[],
  censored: readonly number[],
): number | typeof notReached | null => {
  if (done.length + censored.length === 0) return null;
  const finished = new Map<number, number>();
  for (const ms of done) finished.set(ms, (finished.get(ms) ?? 0) + 1);
  const times = [...finished.keys()].sort((a, b) => a - b);
  const left = [...done, ...censored].sort((a, b) => a - b);
  // Exact fractions: with floats, S <= 0.5 misses the median for many even counts.
  let [numerator, denominator] = [1n, 1n];
  let gone = 0;
  for (const ms of times) {
    while ((left[gone] ?? ms) < ms) gone += 1;
    const atRisk = BigInt(left.length - gone);
    numerator *= atRisk - BigInt(finished.get(ms) ?? 0);
    denominator *= atRisk;
    if (2n * numerator <= denominator) return ms;
    // What the two have in common cancels over and over; unreduced, long series would grow without bound.
    const common = gcd(numerator, denominator);
    numerator /= common;
    denominator /= common;
  }
  return notReached;
};

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
};

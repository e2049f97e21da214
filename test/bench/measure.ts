/** One line of the report. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  readonly beside: string;
  /** Ours divided by what it stands beside. */
  readonly ratio?: number;
  /** The largest ratio, or the largest value, that was aimed at; nothing is failed by it. */
  readonly aim?: string;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

export const elapsedMs = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Runs each in turn, round after round, so that what else the machine does weighs on all of them. Medians in ms. */
export const interleaved = async (rounds: number, works: readonly (() => unknown)[]): Promise<readonly number[]> => {
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, work] of works.entries()) times[index]?.push(await elapsedMs(work));
  return times.map(median);
};

export const ms = (value: number): string =>
  value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value).toLocaleString('en')} ms`;

/** A figure of two times in ms. */
export const ratioOf = (
  what: string,
  [ours, beside]: readonly [number, number],
  than: string,
  aim?: string,
): Figure => ({
  what,
  ours: ms(ours),
  beside: `${ms(beside)} ${than}`,
  ratio: ours / beside,
  ...(aim === undefined ? {} : { aim }),
});

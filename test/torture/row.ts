/** What one kind of torture came to. */
export interface Row {
  readonly name: string;
  readonly rounds: number;
  /** How many commands were answered with "recorded" and then looked for. */
  readonly acknowledged: number;
  /** How often something was broken, refused or cut off on purpose. */
  readonly faults?: number;
  /** In words; none means that nothing was lost. */
  readonly losses: readonly string[];
  /** Why it was not run, where the machine lacks something. */
  readonly notRun?: string;
}

/** When so much is lost a row need not go on: it is red, and the first losses say why. */
export const enoughLosses = 20;

/** Repeatable from its seed, so that a round that lost something can be played again. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1;
  return () => {
    // xorshift32: small, and good enough to choose when to pull the plug.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

import { given } from '../kernel/given.ts';
import type { Instant } from '../kernel/instant.ts';
import { currentClaim } from './current-claim.ts';
import type { RecoveryInstant } from './lifecycle.ts';
import type { LifecycleState } from './lifecycle-state.ts';

export type RecoveryInstants = Readonly<Partial<Record<RecoveryInstant, Instant>>>;

/** The instants of one dataset; the disaster is the failure and the end the recovery, unless recorded apart. */
export const disasterInstants = (state: LifecycleState, dataset: string): RecoveryInstants => {
  const recorded = Object.entries(state.recoveryTracks.get(dataset)?.instants ?? {});
  return {
    ...given({
      disasterAt: currentClaim(state, 'failure')?.at,
      drRecoveredAt: currentClaim(state, 'recovered')?.at,
    }),
    ...Object.fromEntries(recorded.map(([name, { at }]) => [name, at])),
  };
};

interface RecoveryPair {
  readonly before: RecoveryInstant;
  readonly after: RecoveryInstant;
  readonly sentence: string;
}

/** What cannot be: `before` lies before `after`. `lossUntil` and `downFrom` default to the disaster. */
export const impossibleRecovery = (instants: RecoveryInstants): readonly RecoveryPair[] => {
  const lossEnd = instants.lossUntil ? 'lossUntil' : 'disasterAt';
  const downStart = instants.downFrom ? 'downFrom' : 'disasterAt';
  const pairs: readonly RecoveryPair[] = [
    {
      before: lossEnd,
      after: 'recoveryPointAt',
      sentence: 'Data cannot survive from after the loss. Correct one of the two times.',
    },
    {
      before: 'drRecoveredAt',
      after: downStart,
      sentence: 'Service was back before it stopped. Correct one of the two times.',
    },
    {
      before: 'lossUntil',
      after: 'disasterAt',
      sentence: 'The end of the loss is before the disaster. Correct one of the two times.',
    },
    {
      before: 'downFrom',
      after: 'disasterAt',
      sentence: 'The stop is before the disaster. Correct one of the two times.',
    },
    {
      before: 'minServiceAt',
      after: 'disasterAt',
      sentence: 'Minimum service is before the disaster. Correct one of the two times.',
    },
  ];
  return pairs.filter(({ before, after }) => {
    const [first, second] = [instants[before], instants[after]];
    return first !== undefined && second !== undefined && first < second;
  });
};

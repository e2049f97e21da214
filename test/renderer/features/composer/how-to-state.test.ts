import { describe, expect, it } from 'vitest';
import { howToState } from '../../../../renderer/features/composer/how-to-state.ts';
import { declared, reached, world } from '../../../support/updates-world.ts';

const early = world([declared()]);
const proposed = world([
  declared(),
  ['09:20', { type: 'HypothesisProposed', name: { tag: 'ann', n: 1 }, text: 'pool is full', id: 'pool' }],
]);

describe('the way from a missing fact to a recorded one', () => {
  it('[CM11] a fact of the situation is stated in its place', () => {
    expect(howToState('workaround', early)).toEqual({ kind: 'fact', field: 'workaround' });
    expect(howToState('dataImpact', early)).toMatchObject({ dialog: { name: 'data-statement' } });
  });

  it('[CM11] a cause needs a confirmed hypothesis before it has plain words', () => {
    expect(howToState('causePlain', early)).toMatchObject({ dialog: { name: 'hypothesis' } });
    expect(howToState('causePlain', proposed)).toMatchObject({
      dialog: { name: 'judge-hypothesis', hypothesis: 'pool' },
    });
  });

  it('[CM11] what the fix was is said with the milestone, not after it', () => {
    expect(howToState('rollback', early)).toMatchObject({ dialog: { name: 'milestone', milestone: 'fixed' } });
    expect(howToState('rollback', world([declared(), reached('fixed', '10:10')]))).toBeUndefined();
  });

  it('[CM11] nobody can state what the clock says', () => {
    expect(howToState('nextUpdateAt', early)).toBeUndefined();
    expect(howToState('elapsed', early)).toBeUndefined();
  });
});

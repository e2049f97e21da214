import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHindsight } from '../../../electron/cli/hindsight.ts';
import { foldIncident, growIncident } from '../../../shared/incident/fold.ts';
import { orderCommits } from '../../../shared/record/causal-order.ts';
import type { LoadedCommit } from '../../../shared/record/commit.ts';
import { deviceSteps, playHistory } from '../../support/device-histories.ts';
import { testIncident } from '../../support/incident-player.ts';
import { aCommit, anIncident } from '../../support/journal-builders.ts';

describe('what a commit was decided on', () => {
  test('[CL26] is what its writer knew then, whatever came later or from elsewhere, and in whatever order it is asked', () => {
    fc.assert(
      fc.property(deviceSteps, fc.array(fc.nat(30), { maxLength: 8 }), (steps, picks) => {
        const { commits, past } = playHistory(steps);
        const decidedOn = createHindsight(testIncident, commits);
        const inOrder = orderCommits(commits).all();
        const askedAgain = picks.map((pick) => inOrder[pick % inOrder.length] as LoadedCommit);
        for (const loaded of [...inOrder, ...askedAgain]) {
          const known = past.get(commits.find(({ sum }) => sum === loaded.sum) as LoadedCommit) ?? [];
          expect(decidedOn(loaded.commit)).toMatchObject({
            loaded: { sum: loaded.sum },
            state: foldIncident(testIncident, orderCommits(known).commits()),
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('[CL29] costs one fold for all that one writer recorded, though others wrote meanwhile and were not seen', () => {
    const own = Array.from({ length: 200 }, (_, index) => aCommit('w', index + 1, { atMs: index }));
    const others = Array.from({ length: 200 }, (_, index) => aCommit('v', index + 1, { atMs: index }));
    let folds = 0;
    const decidedOn = createHindsight(anIncident, [...own, ...others], (id, commits) => {
      folds += 1;
      return growIncident(id, commits);
    });
    for (const [index, { commit }] of own.entries()) expect(decidedOn(commit)?.state.log).toHaveLength(index);
    expect(folds).toBeLessThanOrEqual(2);
  });

  test('[CL26] is nothing for a commit that is not here', () => {
    expect(createHindsight(anIncident, [aCommit('w', 1)])(aCommit('w', 2).commit)).toBeUndefined();
  });
});

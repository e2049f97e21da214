import { describe, expect, it } from 'vitest';
import { allMutants, findMisfits } from '../../build/run-mutants.ts';

describe('the defects that the attack has to notice', () => {
  it('[AT15] each fits exactly one place of the source as it is now', () => {
    expect(findMisfits(allMutants)).toEqual([]);
  });

  it('[AT15] one that fits nowhere, or in two places, is named', () => {
    const file = 'build/run-mutants.ts';
    const edits = [
      { file, find: 'no such text', put: '' },
      { file, find: 'import ', put: '' },
    ];
    const found = findMisfits([{ name: 'a defect', attack: 'flip', edits }]);
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('"a defect" fits 0 places of build/run-mutants.ts');
  });
});

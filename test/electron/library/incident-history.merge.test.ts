import { describe, expect, it } from 'vitest';
import { merge } from '../../torture/merge.ts';

describe('the record of one incident on four devices', () => {
  // By the real rules, on the whole state; `npm run torture` does it with many more histories.
  it('[AT7] leads to one state in any order of arrival, conflicts shown and no clock followed', () => {
    const row = merge(60, 7);
    expect(row.losses).toEqual([]);
    expect(row.acknowledged).toBeGreaterThan(300);
  }, 60_000);
});

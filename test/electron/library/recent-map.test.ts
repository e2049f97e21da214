import { describe, expect, it } from 'vitest';
import { createRecentMap } from '../../../electron/library/recent-map.ts';

describe('a map of what was set last', () => {
  it('[AT10] keeps the newest and forgets the oldest; setting again makes new', () => {
    const map = createRecentMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    map.set('c', 4);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([3, undefined, 4]);
    map.delete('a');
    map.set('d', 5);
    expect([map.get('a'), map.get('c'), map.get('d')]).toEqual([undefined, 4, 5]);
  });
});

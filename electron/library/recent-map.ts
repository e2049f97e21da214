/** What was set last, at most `limit` of it; older ones are forgotten. */
export interface RecentMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
}

/** Keeps the last `limit` that were set, and forgets the oldest for a new one. */
export const createRecentMap = <Key, Value>(limit: number): RecentMap<Key, Value> => {
  // A map keeps the order of setting, so the first key is the oldest.
  const kept = new Map<Key, Value>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.delete(key);
      kept.set(key, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
    },
    delete: (key) => {
      kept.delete(key);
    },
  };
};

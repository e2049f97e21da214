/**
 * A state as the rest of the program sees it: containers that nobody outside `evolve` may change.
 * Leaves are readonly already, so one level of copying keeps an older published state untouched.
 */
export type Published<State> = {
  readonly [Key in keyof State]: State[Key] extends Map<infer K, infer V>
    ? ReadonlyMap<K, V>
    : State[Key] extends Set<infer Item>
      ? ReadonlySet<Item>
      : State[Key] extends (infer Item)[]
        ? readonly Item[]
        : State[Key];
};

/** A private draft of a published state: every container is copied one level deep, leaves are shared. */
export const toDraft = <State extends object>(state: Published<State>): State => {
  const draft: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(state)) draft[key] = copy(value);
  return draft as State;
};

const copy = (value: unknown): unknown => {
  if (value instanceof Map) return new Map(value);
  if (value instanceof Set) return new Set(value);
  return Array.isArray(value) ? [...value] : value;
};

import { type ComponentType, lazy, Suspense, useState } from 'react';

/** A part of the window that is not needed to show its first screen. */
export interface Later<Props extends object> {
  readonly Part: ComponentType<Props>;
  /** Fetches its code, which takes a few ms; from then on it is drawn at once. */
  readonly fetch: () => Promise<unknown>;
}

/** Keeps the code of a part out of what is read at the start; `fetchParts` fetches it when the window is usable. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> => {
  let loaded: ComponentType<Props> | undefined;
  const fetch = async () => {
    loaded ??= await load();
    return loaded;
  };
  const Waiting = lazy(async () => ({ default: await fetch() }));
  return {
    fetch,
    Part: (props) => {
      // Chosen once: another component in the same place would lose what was typed. Once fetched nothing waits, not
      // even for the one frame that `lazy` takes for code that is there already.
      const [Shown] = useState(() => loaded ?? Waiting);
      return (
        <Suspense fallback={null}>
          <Shown {...props} />
        </Suspense>
      );
    },
  };
};

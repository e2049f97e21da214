import { type ComponentType, useEffect, useState } from 'react';

/** A part of the window that is not needed to show its first screen. */
export interface Later<Props extends object> {
  readonly Part: ComponentType<Props>;
  /** Fetches its code, which takes a few ms; from then on it is drawn at once. */
  readonly fetch: () => Promise<unknown>;
}

/**
 * Keeps the code of a part out of what is read at the start; `fetchParts` fetches it when the window is usable.
 *
 * @param Meanwhile stands in its place until its code is there
 */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Nothing,
): Later<Props> => {
  let loaded: ComponentType<Props> | undefined;
  const fetch = async () => {
    loaded ??= await load();
    return loaded;
  };
  return {
    fetch,
    // Not `lazy`: React shows a part that waited only 300 ms later, so that a page does not flicker. Here somebody types.
    Part: (props) => {
      const [Shown, show] = useState<ComponentType<Props> | undefined>(() => loaded);
      useEffect(() => {
        if (Shown) return;
        fetch().then(
          (part) => show(() => part),
          (bug: unknown) =>
            // Thrown while drawing, so that the guard around the screen says it.
            show(() => {
              throw bug;
            }),
        );
      }, [Shown]);
      return Shown ? <Shown {...props} /> : <Meanwhile />;
    },
  };
};

const Nothing = () => null;

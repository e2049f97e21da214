/** What the keys of the composer act on while it is on screen. */
export interface LiveComposer {
  readonly copy: () => void;
  readonly markSent: () => void;
  readonly useNoChange: () => void;
  readonly startAgain: () => void;
}

let live: LiveComposer | undefined;

export const liveComposer = (): LiveComposer | undefined => live;

/** Returns the function that takes it off again. */
export const setLiveComposer = (composer: LiveComposer): (() => void) => {
  live = composer;
  return () => {
    if (live === composer) live = undefined;
  };
};

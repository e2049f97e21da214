let accept: (() => void) | undefined;

export const liveAccept = (): (() => void) | undefined => accept;

/** What Ctrl Enter does while a hand-off waits on screen. Returns the function that takes it off again. */
export const setLiveAccept = (run: () => void): (() => void) => {
  accept = run;
  return () => {
    if (accept === run) accept = undefined;
  };
};

import { createContext, useContext, useLayoutEffect, useState } from 'react';

/** Counts one field more that is needed and empty; returns what takes it back. */
type NoteMissing = () => () => void;

/** Around the fields of a form whose primary button shows whether they are filled in. */
export const NeededFields = createContext<NoteMissing | undefined>(undefined);

/** How many needed fields of a form are empty; give `note` to `NeededFields` around them. */
export const useMissingFields = (): { readonly count: number; readonly note: NoteMissing } => {
  const [count, setCount] = useState(0);
  const [note] = useState(() => () => {
    setCount((before) => before + 1);
    return () => setCount((before) => before - 1);
  });
  return { count, note };
};

/** For fields: tells the form around, if any, while this one is needed and empty. */
export const useNeeded = (isMissing: boolean): void => {
  const note = useContext(NeededFields);
  useLayoutEffect(() => (isMissing ? note?.() : undefined), [isMissing, note]);
};

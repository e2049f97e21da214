import { useEffect, useState } from 'react';

/** The value once it has stood still for `pauseMs`: what is made from it costs more than a key press may take. */
export const usePaused = <Value>(value: Value, pauseMs: number): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
};

import { renameSync, writeFileSync } from 'node:fs';

/** Sets the clock that a program reads from this file. It may look at any moment, and must never find half of an instant. */
export const setClockFile = (file: string, at: string): void => {
  writeFileSync(`${file}.next`, at);
  renameSync(`${file}.next`, file);
};

import { openHoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import type { RecordProblem } from '../../electron/library/record-problems.ts';
import { libraryOptions } from './made-library.ts';

interface RecordOnDisk {
  /** The words of every event that counts, of all incidents, in their order. */
  readonly texts: readonly string[];
  /** What a check of every line finds, repeats too. */
  readonly problems: readonly RecordProblem[];
}

/** What a library holds, read by another process than the one that wrote it: as after a restart. */
export const readRecord = async (folder: string): Promise<RecordOnDisk> => {
  const library = await openHoldfastLibrary(libraryOptions(folder));
  try {
    const texts: string[] = [];
    const problems: RecordProblem[] = [];
    for (const { id } of await library.list()) {
      const state = library.stateOf(id);
      const verified = library.verify(id);
      if (!state.ok || !verified.ok) throw new Error(`${id} cannot be opened.`);
      for (const { event } of state.value.log) if ('text' in event) texts.push(String(event.text));
      problems.push(...verified.value.problems, ...verified.value.repeats);
    }
    return { texts, problems };
  } finally {
    await library.close();
  }
};

/** How often a text counts in the record. */
export const timesRecorded = async (folder: string, text: string): Promise<number> =>
  (await readRecord(folder)).texts.filter((each) => each === text).length;

import type { IncidentId } from '../../shared/record/ids.ts';

/** How far reading a library has come whose index is missing or old. */
export interface ListProgress {
  readonly done: number;
  readonly of: number;
}

interface IncidentListDeps<Summary> {
  readonly incidents: () => readonly IncidentId[];
  /** From the index; undefined when it does not know the incident as it is now. */
  readonly known: (incident: IncidentId) => Summary | undefined;
  /** From the journals; undefined when nothing was declared. */
  readonly make: (incident: IncidentId) => Summary | undefined;
  readonly save: () => Promise<void>;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<unknown>;
  readonly monoMs: () => number;
  readonly onProgress: (progress: ListProgress) => void;
}

/** More often nobody can read it; a list that is there sooner needs none. */
const progressEveryMs = 150;

/** Summaries in the order of their ids. Who asks while another list is being made waits for that, and finds its work done. */
export const createIncidentList = <Summary>(deps: IncidentListDeps<Summary>): (() => Promise<readonly Summary[]>) => {
  const make = async (): Promise<readonly Summary[]> => {
    const ids = [...deps.incidents()].sort();
    const summaries: Summary[] = [];
    let toldMs = deps.monoMs();
    for (const [index, id] of ids.entries()) {
      let summary = deps.known(id);
      if (summary === undefined) {
        await deps.pause();
        summary = deps.make(id);
        if (deps.monoMs() - toldMs >= progressEveryMs) {
          toldMs = deps.monoMs();
          deps.onProgress({ done: index + 1, of: ids.length });
        }
      }
      if (summary !== undefined) summaries.push(summary);
    }
    await deps.save();
    return summaries;
  };

  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const made = last.then(make, make);
    last = made;
    return made;
  };
};

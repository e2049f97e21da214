import type { IncidentId } from '../../shared/record/ids.ts';

/** How far a list has come that takes its time: on a slow disk, or because the index is missing or old. */
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
  /** These are in the list, all incidents were asked. */
  readonly keep: (listed: readonly IncidentId[]) => Promise<void>;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<unknown>;
  readonly monoMs: () => number;
  readonly onProgress: (progress: ListProgress) => void;
}

/** More often nobody can read it; a list that is there sooner needs none. */
const progressEveryMs = 150;

/**
 * Summaries in the order of their ids, each as its files were at some moment after the asking. Asking the disk about a
 * thousand journals takes its time too, so every incident waits for what else is asked. Whoever asks while a list is
 * being made gets the one after it, together with all others who wait.
 */
export const createIncidentList = <Summary>(deps: IncidentListDeps<Summary>): (() => Promise<readonly Summary[]>) => {
  const make = async (): Promise<readonly Summary[]> => {
    const ids = [...deps.incidents()].sort();
    const listed = new Map<IncidentId, Summary>();
    let toldMs = deps.monoMs();
    for (const [index, id] of ids.entries()) {
      await deps.pause();
      const summary = deps.known(id) ?? deps.make(id);
      if (summary !== undefined) listed.set(id, summary);
      if (deps.monoMs() - toldMs < progressEveryMs) continue;
      toldMs = deps.monoMs();
      deps.onProgress({ done: index + 1, of: ids.length });
    }
    await deps.keep([...listed.keys()]);
    return [...listed.values()];
  };

  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<readonly Summary[]> | null = null;
  const begin = () => {
    waiting = null;
    return make();
  };
  return () => {
    if (waiting) return waiting;
    waiting = last.then(begin, begin);
    last = waiting;
    return waiting;
  };
};

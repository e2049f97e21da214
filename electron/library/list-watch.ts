import { join } from 'node:path';
import type { FileLayer } from './file-layer.ts';

/** Notices that the list of incidents may be another by now, whoever wrote. */
export interface ListWatch {
  /** True when something changed since the last look, and always at the first one: nobody knows what was before. */
  look(): boolean;
}

interface ListWatchDeps {
  readonly files: FileLayer;
  /** `<library>/incidents`, which may not exist yet. */
  readonly folder: string;
  /** Ms since 1970 of the machine: compared with times of files. */
  readonly fileNowMs: () => number;
}

/** A file or folder as it was at the last look. */
interface Watched {
  readonly path: string;
  /** Empty where nothing is. */
  print: string;
  modifiedMs: number;
}

/**
 * So many files are looked at each time among those changed last, and as many others in turn. A new incident or a new
 * run shows in its folder at once; only a run that kept silent while so many other files changed is heard some looks
 * later.
 */
const filesPerLook = 100;
/** FAT keeps times to two seconds: a folder changed just now may change again and look the same. */
const unsureMs = 3_000;

/**
 * Looks at times and sizes only and opens nothing: with 1,000 incidents about 1,200 short questions to the file system.
 * A watcher on each folder was rejected: network shares report nothing, and Windows holds a folder that is watched.
 */
export const createListWatch = ({ files, folder, fileNowMs }: ListWatchDeps): ListWatch => {
  const incidents = newWatched(folder);
  const journalsByName = new Map<string, { readonly folder: Watched; files: readonly Watched[] }>();
  let all: readonly Watched[] = [];
  let newest: readonly Watched[] = [];
  let turn = 0;
  let hasLooked = false;

  /** Takes in how it is now; true when that is another than before. */
  const look = (watched: Watched): boolean => {
    const { print } = watched;
    const facts = attempt(() => files.stat(watched.path), null);
    watched.print = facts ? `${facts.identity}:${facts.size}:${facts.modifiedMs}` : '';
    watched.modifiedMs = facts?.modifiedMs ?? 0;
    return watched.print !== print;
  };
  /** The names in a folder when they may be others than at the last look. */
  const lookInside = (watched: Watched): readonly string[] | undefined => {
    const isOther = look(watched);
    const isUnsure = watched.print !== '' && Math.abs(fileNowMs() - watched.modifiedMs) < unsureMs;
    return isOther || isUnsure ? attempt(() => files.list(watched.path), []) : undefined;
  };

  const lookForIncidents = (): boolean => {
    const names = lookInside(incidents);
    if (!names) return false;
    const gone = [...journalsByName.keys()].filter((name) => !names.includes(name));
    const added = names.filter((name) => !journalsByName.has(name));
    for (const name of gone) journalsByName.delete(name);
    for (const name of added)
      journalsByName.set(name, { folder: newWatched(join(folder, name, 'journal')), files: [] });
    return gone.length + added.length > 0;
  };

  const lookForJournals = (): boolean => {
    let isChanged = false;
    for (const journal of journalsByName.values()) {
      const names = lookInside(journal.folder);
      if (!names) continue;
      const known = new Map(journal.files.map((file) => [file.path, file]));
      const found = names.map((name) => join(journal.folder.path, name));
      // What is new is looked at now: its first lines must not be told as a change once more.
      const added = found.filter((path) => !known.has(path)).map(newWatched);
      for (const file of added) look(file);
      isChanged ||= added.length > 0 || found.length < known.size;
      journal.files = found.map(
        (path) => known.get(path) ?? added.find((file) => file.path === path) ?? newWatched(path),
      );
    }
    return isChanged;
  };

  const lookAtFiles = (): boolean => {
    const others = all.slice(turn, turn + filesPerLook);
    turn = turn + filesPerLook < all.length ? turn + filesPerLook : 0;
    return [...new Set([...newest, ...others])].filter(look).length > 0;
  };

  return {
    look: () => {
      const hasOtherNames = [lookForIncidents(), lookForJournals()].includes(true);
      const isChanged = lookAtFiles() || hasOtherNames;
      // Sorting thousands of files costs more than looking at them: only when something moved.
      if (isChanged) {
        all = [...journalsByName.values()].flatMap((journal) => journal.files);
        newest = all.toSorted((a, b) => b.modifiedMs - a.modifiedMs).slice(0, filesPerLook);
      }
      const isFirst = !hasLooked;
      hasLooked = true;
      return isFirst || isChanged;
    },
  };
};

const newWatched = (path: string): Watched => ({ path, print: '', modifiedMs: 0 });

/** What vanishes between two questions, or cannot be read, is not there. */
const attempt = <Value>(ask: () => Value, otherwise: Value): Value => {
  try {
    return ask();
  } catch {
    return otherwise;
  }
};

import type { Plugin } from 'vite';

/** What no first screen needs. One import too many, of a constant that lies beside a schema, brings all of it in. */
const neverAtStart = ['zod', 'unified', 'micromark', 'react-markdown'];

/** As much of a bundle as the check reads: chunks by file name, beside files that are no chunks. */
export type StartBundle = Readonly<
  Record<
    string,
    {
      readonly isEntry?: boolean;
      readonly imports?: readonly string[];
      readonly moduleIds?: readonly string[];
    }
  >
>;

/** The packages among those above that are read before the first screen: in an entry, or in what it imports. */
export function findHeavyStart(bundle: StartBundle): readonly string[] {
  const read = new Set(Object.keys(bundle).filter((name) => bundle[name]?.isEntry));
  // A set is walked to its end, also where that moves away.
  for (const name of read) for (const next of bundle[name]?.imports ?? []) read.add(next);
  const modules = [...read].flatMap((name) => bundle[name]?.moduleIds ?? []).map((id) => id.replaceAll('\\', '/'));
  const isRead = (name: string) => modules.some((id) => id.includes(`/node_modules/${name}/`));
  // What draws every screen is always there: without it nothing was looked at.
  return isRead('react-dom') ? neverAtStart.filter(isRead) : ['(unknown: the bundle does not name its modules)'];
}

/** Fails the build when one of them is read at the start: every start would wait for it. */
export function keepStartLean(): Plugin {
  return {
    name: 'holdfast-lean-start',
    generateBundle(_options, bundle) {
      const heavy = findHeavyStart(bundle as StartBundle);
      if (heavy.length > 0) this.error(`Read at the start, though no first screen needs it: ${heavy.join(', ')}`);
    },
  };
}

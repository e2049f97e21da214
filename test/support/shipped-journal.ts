import { join } from 'node:path';
import type { HoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import { projectConflicts } from '../../shared/incident/conflicts.ts';
import { projectSummary } from '../../shared/incident/summary.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import { vocabularyIncident } from './play-vocabulary.ts';

/** Where the library of a format lies that was shipped; each stays for ever. */
export const shippedFolder = (format: number) => join('test', 'fixtures', 'journals', `format-${format}`);

/** What every later version must still read out of it, whatever else its state may hold by then. */
export const factsOf = (library: HoldfastLibrary) => {
  const [opened, verified, stateOf] = [
    library.open(vocabularyIncident),
    library.verify(vocabularyIncident),
    library.stateOf(vocabularyIncident),
  ];
  if (!opened.ok || !verified.ok || !stateOf.ok) throw new Error('The shipped journal does not open.');
  const state = stateOf.value;
  const { title, key, severity, status, phase, services, commander, reviewStatus, events } =
    projectSummary(state, defaultPlaybook) ?? {};
  return {
    summary: { title, key, severity, status, phase, services, commander, reviewStatus, events },
    commands: [...state.commands.keys()],
    types: [...new Set(state.log.map(({ event }) => event.type))].sort(),
    entries: [...state.timeline.entries.values()].map(({ event }) => event.text),
    conflicts: projectConflicts(state, defaultPlaybook).map(({ field, sides }) => ({ field, sides: sides.length })),
    redacted: opened.value.commits.flatMap((loaded: LoadedCommit) => loaded.blanked ?? []),
    heads: verified.value.chains.map(({ writer, head }) => ({ writer, ...head })),
    problems: verified.value.problems,
  };
};

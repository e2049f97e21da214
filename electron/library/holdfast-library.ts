import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { monotonicFactory, ulid } from 'ulid';
import type { Command } from '../../shared/incident/command.ts';
import { parseCommand } from '../../shared/incident/command-schema.ts';
import { projectConflicts } from '../../shared/incident/conflicts.ts';
import { decide } from '../../shared/incident/decide.ts';
import { foldIncident, growIncident, playbookInForce } from '../../shared/incident/fold.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { type IncidentSummary, projectSummary } from '../../shared/incident/summary.ts';
import { textPaths } from '../../shared/incident/text-paths.ts';
import { type Instant, instantToMs } from '../../shared/kernel/instant.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import { parsePlaybook } from '../../shared/playbook/playbook-schema.ts';
import type { LineCheck } from '../../shared/record/line.ts';
import type { FileLayer } from './file-layer.ts';
import type { IncidentRules, LibraryClock } from './incident-rules.ts';
import type { Library } from './library.ts';
import { bootId, isRunAlive, newRun } from './run-identity.ts';
import { createLibrary } from './session.ts';

export type HoldfastLibrary = Library<IncidentState, Playbook, IncidentSummary>;

export interface HoldfastLibraryOptions {
  readonly files: FileLayer;
  readonly folder: string;
  /** True for the default folder only, see `LibraryFolderDeps`. */
  readonly mayCreateParents: boolean;
  /** See `LibraryFolderDeps`; left out: none. */
  readonly expected?: string | null;
  readonly cacheFolder: string | null;
  /** See `LibraryDeps`. */
  readonly check?: LineCheck;
  readonly appVersion: string;
  readonly now: () => Instant;
  /** True when `now` stands and jumps by intent, as under a test clock: then only going back counts as a move. */
  readonly isClockSimulated?: boolean;
}

/** The library with Holdfast's own rules, the same in the app and on the command line. */
export const openHoldfastLibrary = (options: HoldfastLibraryOptions): Promise<HoldfastLibrary> => {
  const nextUlid = monotonicFactory();
  return createLibrary({
    ...options,
    rules: holdfastRules,
    clock: options.isClockSimulated ? simulatedClock(options.now, ulid()) : systemClock(options.now),
    fileNowMs: () => Date.now(),
    pause: () => setImmediate(null),
    newUlid: () => nextUlid(Date.parse(options.now())),
    // Three times as fast as random bytes, and every recorded text takes one.
    newToken: () => randomUUID().replaceAll('-', ''),
    run: newRun(ulid()),
    isRunAlive,
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms).unref();
      return () => clearTimeout(timer);
    },
  });
};

/** The clocks of this machine beside the wall clock that is given. */
export const systemClock = (now: () => Instant): LibraryClock => ({
  now,
  monoMs: () => Number(process.hrtime.bigint() / 1_000_000n),
  boot: bootId(),
});

/** A clock that a test or a sample moves: forward is time that passes, back is a clock that was set. */
export const simulatedClock = (now: () => Instant, run: string): LibraryClock => {
  let last = instantToMs(now());
  let monoMs = last;
  return {
    now,
    monoMs: () => {
      const stands = instantToMs(now());
      monoMs += Math.max(0, stands - last);
      last = stands;
      return monoMs;
    },
    // Two runs may each have been moved: nothing follows from comparing their monotonic clocks.
    boot: `simulated-${run}`,
  };
};

/** What an incident is to Holdfast: every feature's commands, events and states, as the library asks for them. */
export const holdfastRules: IncidentRules<IncidentState, Playbook, Command, IncidentSummary> = {
  parseCommand,
  decide,
  fold: foldIncident,
  grow: growIncident,
  textPaths,
  playbookOf: (state) => state.playbook,
  playbookAfter: playbookInForce,
  playbookNamedBy: (command) =>
    command.type === 'DeclareIncident' || command.type === 'AdoptPlaybook' ? command.playbook : undefined,
  parsePlaybook,
  defaultPlaybook,
  conflictsIn: (state, playbook) => projectConflicts(state, playbook).length,
  summarise: projectSummary,
};

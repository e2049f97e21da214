import type { IncidentState } from '../../shared/incident/incident-state.ts';
import type { IncidentSummary } from '../../shared/incident/summary.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, refused, toFailure } from './failure.ts';
import type { Session } from './open-session.ts';

/** What people call it: its key, else the end of its id, as on the app's screens. */
export const nameOf = ({ id, key }: Pick<IncidentSummary, 'id' | 'key'>): string => key ?? id.slice(-6);

/** Finds one incident by id, key, or a beginning that fits only one. */
export const findIncident = async ({ library }: Session, wanted: string): Promise<Outcome<IncidentSummary>> => {
  const all = await library.list();
  const [one, ...others] = matching(all, wanted);
  if (!one) return refused(`There is no incident "${wanted}" in this library. See: holdfast list`);
  if (others.length > 0) return refused(`"${wanted}" could be ${inWords([one, ...others])}. Say more of it.`);
  return ok(one);
};

/** A whole id or key wins over beginnings, so that a key can be the beginning of another. */
const matching = (all: readonly IncidentSummary[], wanted: string): readonly IncidentSummary[] => {
  const lower = wanted.trim().toLowerCase();
  if (lower === '') return [];
  const whole = all.filter((each) => wholeNames(each).includes(lower));
  return whole.length > 0 ? whole : all.filter((each) => wholeNames(each).some((name) => name.startsWith(lower)));
};

/**
 * The incident that the first word of a line names, if it certainly does: "db is slow" must not become the entry "is
 * slow" of DB-12. So only a whole id or key counts, or at least six signs of an id.
 */
export const incidentNamedBy = (all: readonly IncidentSummary[], word: string): IncidentSummary | undefined => {
  const lower = word.toLowerCase();
  const found = all.filter(
    (each) => wholeNames(each).includes(lower) || (lower.length >= 6 && each.id.toLowerCase().startsWith(lower)),
  );
  return found.length === 1 ? found[0] : undefined;
};

/** The only incident that runs; one that waits for its follow-up counts when nothing else runs. */
export const findRunning = (all: readonly IncidentSummary[]): Outcome<IncidentSummary> => {
  const open = all.filter(({ status }) => status === 'open');
  const running = open.length > 0 ? open : all.filter(({ status }) => status === 'restored');
  const [one, ...others] = running;
  if (!one) return refused('No incident is running. Declare one with: holdfast new TITLE');
  if (others.length > 0) return refused(`Several incidents are running: ${inWords(running)}. Name one first.`);
  return ok(one);
};

export interface ReadIncident {
  readonly state: IncidentState;
  readonly commits: readonly LoadedCommit[];
  readonly playbook: Playbook;
}

/** Everything recorded of it until now. Damage is told by `warn`, and what can be read is used. */
export const readIncident = (
  { library }: Session,
  { warn }: Pick<CommandLineWorld, 'warn'>,
  id: IncidentId,
): Outcome<ReadIncident> => {
  const opened = library.open(id);
  if (!opened.ok) return toFailure(opened.error);
  const state = library.stateOf(id);
  if (!state.ok) return toFailure(state.error);
  const { commits, problems, playbook } = opened.value;
  if (problems.length > 0) warn(`Part of this record cannot be read (${problems.length}). See: holdfast verify ${id}`);
  return ok({ state: state.value, commits, playbook });
};

const wholeNames = ({ id, key }: IncidentSummary): readonly string[] => [
  id.toLowerCase(),
  ...(key === undefined ? [id.slice(-6).toLowerCase()] : [key.toLowerCase()]),
];

const inWords = (incidents: readonly IncidentSummary[]): string =>
  incidents.map((incident) => `${nameOf(incident)} (${incident.title})`).join(', ');

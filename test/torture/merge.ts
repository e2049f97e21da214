import fc from 'fast-check';
import { createIncidentHistory } from '../../electron/library/incident-history.ts';
import { projectConflicts } from '../../shared/incident/conflicts.ts';
import { fieldOfEvent } from '../../shared/incident/field-of-event.ts';
import { foldIncident, growIncident } from '../../shared/incident/fold.ts';
import type { IncidentEvent } from '../../shared/incident/incident-event.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { EventId } from '../../shared/record/ids.ts';
import { aheadDevice, type DeviceStep, deviceSteps, type History, playHistory } from '../support/device-histories.ts';
import { testIncident } from '../support/incident-player.ts';
import { stateText } from '../support/state-text.ts';
import type { Row } from './row.ts';

/** Random histories of four devices with random partitions, by the real rules; each must merge as promised. */
export const merge = (rounds: number, seed: number): Row => {
  let acknowledged = 0;
  const count = (history: History) => {
    acknowledged += history.commits.length;
    return history;
  };
  const losses = [
    ...check('the same state in any order of arrival', rounds, seed, (steps, random) =>
      isOneState(count(playHistory(steps)), random),
    ),
    ...check('conflicts are shown, and only those', rounds, seed + 1, (steps) => hasItsConflicts(playHistory(steps))),
    ...check('a clock one day ahead changes nothing for the others', rounds, seed + 2, (steps) =>
      isUnmovedByClock(playHistory(steps)),
    ),
  ];
  return { name: 'merge of four devices', rounds: rounds * 3, acknowledged, losses };
};

const check = (
  what: string,
  numRuns: number,
  seed: number,
  holds: (steps: readonly DeviceStep[], random: () => number) => string | null,
): readonly string[] => {
  const property = fc.property(
    deviceSteps,
    fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
    (steps, stream) => {
      const wrong = holds(steps, () => stream.next().value ?? 0);
      if (wrong !== null) throw new Error(wrong);
    },
  );
  const result = fc.check(property, { numRuns, seed });
  return result.failed
    ? [`${what}: ${String(result.errorInstance)} ${JSON.stringify(result.counterexample?.[0])} (seed ${result.seed})`]
    : [];
};

const isOneState = ({ commits, known }: History, random: () => number): string | null => {
  const expected = stateText(fold(commits));
  const mixed = shuffled(commits, random);
  if (stateText(fold(mixed)) !== expected) return 'folding depends on the order of arrival';
  const [whole, parts] = [grown(), grown()];
  // One after the other, as another device's commits are seen; and in pieces that overlap, as folders are copied.
  for (const commit of mixed) whole.addRecorded([commit]);
  for (const part of shuffled([...known, commits], random)) parts.addRecorded(part);
  for (const history of [whole, parts]) {
    if (stateText(history.state()) !== expected) return 'growing depends on the order of arrival';
    if (history.addRecorded(mixed).length > 0) return 'what is known already counts as news';
    if (stateText(history.state()) !== expected) return 'a union with itself changes the state';
  }
  const [first = [], second = [], third = []] = shuffled(known, random);
  const left = fold([...new Set([...new Set([...first, ...second]), ...third])]);
  const right = fold([...new Set([...third, ...new Set([...second, ...first])])]);
  return stateText(left) === stateText(right) ? null : 'a union depends on who meets whom first';
};

const hasItsConflicts = ({ commits, past }: History): string | null => {
  const state = fold(commits);
  const expected = unseenWrites(commits, past, state);
  const shown = new Map(projectConflicts(state, defaultPlaybook).map(({ field, sides }) => [field, sides]));
  for (const [field, events] of expected) {
    const there = (state.writes.get(field) ?? []).map(({ event }) => event);
    if (sorted(there) !== sorted(events)) return `${field}: ${sorted(there)} stand, ${sorted(events)} should`;
    const sides = shown.get(field) ?? [];
    if (events.length < 2 ? sides.length > 0 : sorted(sides.map(({ event }) => event)) !== sorted(events))
      return `${field}: ${sides.length} sides are shown of ${events.length}`;
    if (events.length > 1 && sides.filter(({ counts }) => counts).length !== 1) return `${field}: not one side counts`;
  }
  const title = (state.writes.get('details:title') ?? []).at(-1);
  const counting = title && (state.logById.get(title.event)?.event as { title?: string } | undefined);
  return counting && counting.title !== state.lifecycle.title ? 'the title is not the last one in order' : null;
};

/** By field, the changes that no other change had seen: what a person must be shown. */
const unseenWrites = (commits: readonly LoadedCommit[], past: History['past'], state: IncidentState) => {
  const writes = new Map<string, Map<LoadedCommit, EventId>>();
  for (const loaded of commits)
    for (const event of loaded.commit.events as readonly IncidentEvent[]) {
      const field = fieldOfEvent(event);
      if (field === undefined || state.withdrawn.has(event.id)) continue;
      writes.set(field, (writes.get(field) ?? new Map()).set(loaded, event.id));
    }
  return new Map(
    [...writes].map(([field, byCommit]) => [
      field,
      [...byCommit]
        .filter(([made]) => ![...byCommit.keys()].some((later) => past.get(later)?.has(made)))
        .map(([, event]) => event),
    ]),
  );
};

const isUnmovedByClock = ({ commits, past }: History): string | null => {
  const isAhead = ({ commit }: LoadedCommit) => commit.by.device === aheadDevice;
  // Only what was made without hearing of it: whoever heard of it may answer it.
  const others = commits.filter((made) => !isAhead(made) && ![...(past.get(made) ?? [])].some(isAhead));
  const withIt = commits
    .filter((made) => others.includes(made) || isAhead(made))
    .filter((made) => causesIn(made, past, isAhead, others));
  const [alone, together] = [fold(others), fold(withIt)];
  const order = together.log.filter(({ by }) => by.device !== aheadDevice).map(({ event }) => event.id);
  if (order.join() !== alone.log.map(({ event }) => event.id).join()) return 'their order is another one';
  const touched = new Set(
    withIt.filter(isAhead).flatMap(({ commit }) => commit.events.map((event) => fieldOfEvent(event as IncidentEvent))),
  );
  const isWithdrawing = withIt
    .filter(isAhead)
    .some(({ commit }) => commit.events.some(({ type }) => type === 'EventWithdrawn'));
  if (isWithdrawing) return null;
  for (const [field, writes] of alone.writes)
    if (!touched.has(field) && JSON.stringify(together.writes.get(field)) !== JSON.stringify(writes))
      return `${field} is another one although the device never touched it`;
  return null;
};

/** Commits of the device that is ahead count here as far as they stand on these others alone. */
const causesIn = (
  made: LoadedCommit,
  past: History['past'],
  isAhead: (commit: LoadedCommit) => boolean,
  others: readonly LoadedCommit[],
) => !isAhead(made) || [...(past.get(made) ?? [])].every((cause) => isAhead(cause) || others.includes(cause));

const fold = (commits: readonly LoadedCommit[]) => foldIncident(testIncident, orderCommits(commits).commits());
const grown = () => createIncidentHistory(testIncident, { grow: growIncident });

const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] =>
  items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

const sorted = (ids: readonly EventId[]) => [...ids].sort().join();

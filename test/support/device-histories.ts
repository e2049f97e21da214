import fc from 'fast-check';
import type { Command } from '../../shared/incident/command.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { addMs, type Instant } from '../../shared/kernel/instant.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { EventId } from '../../shared/record/ids.ts';
import { createPlayer, testDigest } from './incident-player.ts';
import { minute } from './story-step.ts';

/** What one device does next: hears of all that another one knows, or not, and gives a command. */
export interface DeviceStep {
  readonly device: number;
  readonly from: number | null;
  readonly kind: number;
  readonly pick: number;
}
export interface History {
  readonly commits: readonly LoadedCommit[];
  /** What the writer of a commit knew when it made it. */
  readonly past: ReadonlyMap<LoadedCommit, ReadonlySet<LoadedCommit>>;
  /** What each device knows at the end. */
  readonly known: readonly (readonly LoadedCommit[])[];
}

/** The clock of this one is a day ahead. */
export const aheadDevice = 'dora';
const devices = ['ann', 'omar', 'cleo', aheadDevice];
const dayMs = 24 * 3_600_000;

export const deviceSteps: fc.Arbitrary<readonly DeviceStep[]> = fc.array(
  fc.record({
    device: fc.nat(devices.length - 1),
    from: fc.option(fc.nat(devices.length - 1), { nil: null }),
    kind: fc.nat(1000),
    pick: fc.nat(1000),
  }),
  { minLength: 4, maxLength: 22 },
);

/** Plays the steps against the real rules; what they refuse is not in the history. */
export const playHistory = (steps: readonly DeviceStep[]): History => {
  const players = devices.map((device) => createPlayer({ person: `${device} Lee`, device }));
  const past = new Map<LoadedCommit, ReadonlySet<LoadedCommit>>();
  const play = (index: number, at: Instant, command: Command) => {
    const player = players[index] as (typeof players)[number];
    const before = [...player.commits()];
    player.play(devices[index] === aheadDevice ? addMs(at, dayMs) : at, command);
    const made = player.commits()[before.length];
    if (made) past.set(made, new Set(before));
  };
  play(0, minute(0), { type: 'DeclareIncident', title: 'Checkout fails', severity: 'SEV2', playbook: testDigest });
  for (const player of players) player.takeIn([...past.keys()]);
  for (const [index, { device, from, kind, pick }] of steps.entries()) {
    const player = players[device] as (typeof players)[number];
    if (from !== null) player.takeIn(players[from]?.commits() ?? []);
    play(device, minute(index + 1), toCommand(kind, pick, player.state()));
  }
  return { commits: [...past.keys()], past, known: players.map((player) => [...player.commits()]) };
};

const toCommand = (kind: number, pick: number, state: IncidentState): Command => {
  const choose = <T>(items: Iterable<T>): T | undefined => {
    const all = [...items];
    return all[pick % Math.max(1, all.length)];
  };
  const nothing = '01JQ000000000000000000000Z' as EventId;
  const commands: readonly (() => Command)[] = [
    () => ({ type: 'ChangeSeverity', severity: `SEV${1 + (pick % 4)}`, reason: `reason ${pick}` }),
    () => ({ type: 'ChangeDetails', title: `title ${pick}` }),
    () => ({ type: 'AssignRole', role: 'comms', person: `Person ${pick % 3}` }),
    () => ({ type: 'ChangeImpact', level: (['full', 'partial', 'degraded', 'none'] as const)[pick % 4] ?? 'full' }),
    () => ({ type: 'StateFact', field: 'known', text: `fact ${pick}` }),
    () => ({ type: 'RecordEntry', kind: 'note', text: `note ${pick}` }),
    () => ({ type: 'CorrectEntry', entry: choose(state.timeline.entries.keys()) ?? nothing, text: `mended ${pick}` }),
    () => ({ type: 'WithdrawEvent', event: choose(state.logById.keys()) ?? nothing, reason: 'by mistake' }),
    () => ({ type: 'MakeDataStatement', data: 'possible', text: `data ${pick}` }),
    () => ({ type: 'ProposeHypothesis', text: `cause ${pick}`, confidence: 'guess' }),
    () => ({
      type: 'JudgeHypothesis',
      hypothesis: choose(state.timeline.hypotheses.keys()) ?? nothing,
      state: pick % 2 ? 'confirmed' : 'refuted',
      result: `seen ${pick}`,
    }),
    () => ({ type: 'TickChecklistItem', item: 'ic.triage.1' }),
    () => ({ type: 'SendUpdate', audience: 'chat', text: `update ${pick}`, situation: 'no-change' }),
    () => ({ type: 'WriteSection', section: 'summary', markdown: `summary ${pick}` }),
    () => ({ type: 'RedactText', event: choose(state.timeline.entries.keys()) ?? nothing, why: 'a name' }),
  ];
  return (commands[kind % commands.length] as () => Command)();
};

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/incident/command.ts';
import {
  applyCommit,
  emptyIncident,
  foldIncident,
  growIncident,
  playbookInForce,
} from '../../../shared/incident/fold.ts';
import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import { previewCommands } from '../../../shared/incident/preview.ts';
import { projectSummary } from '../../../shared/incident/summary.ts';
import { projectRows } from '../../../shared/incident/timeline-row.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { orderCommits } from '../../../shared/record/causal-order.ts';
import type { StoredEvent } from '../../../shared/record/event.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import {
  createPlayer,
  type IncidentPlayer,
  testDigest,
  testIncident,
  toInstant,
} from '../../support/incident-player.ts';

const declare: Command = { type: 'DeclareIncident', title: 'Checkout fails', severity: 'SEV2', playbook: testDigest };

/** Commands that may or may not be accepted, some of them about events of before. */
const someCommand = (state: IncidentState, n: number): Command => {
  const event = state.log[n % Math.max(1, state.log.length)]?.event.id as EventId;
  const commands: Command[] = [
    { type: 'RecordEntry', kind: 'observation', text: `seen ${n}` },
    { type: 'ChangeSeverity', severity: `SEV${1 + (n % 5)}`, reason: `because ${n}` },
    { type: 'ChangeImpact', level: (['full', 'degraded', 'none'] as const)[n % 3] ?? 'none', text: 'payments fail' },
    { type: 'AssignRole', role: 'ic', person: `Person ${n % 3}` },
    { type: 'ReachMilestone', milestone: 'acknowledged' },
    { type: 'ReachMilestone', milestone: 'identified', reason: 'r', cause: `cause ${n}` },
    { type: 'ReachMilestone', milestone: 'fixed', reason: 'r', fix: { change: 'flag off', check: '20 payments' } },
    { type: 'ReportFixFailed', reason: 'errors again' },
    { type: 'WithdrawEvent', event, reason: 'mistake' },
    { type: 'CorrectEntry', entry: event, text: `corrected ${n}` },
    { type: 'RedactText', event, why: 'customer name' },
    { type: 'GiveTask', owner: 'Priya', text: `task ${n}`, timeBoxMs: 600_000 },
    { type: 'SendUpdate', audience: 'public', text: `update ${n}`, situation: 'detected' },
    { type: 'WriteSection', section: 'summary', markdown: `text ${n}` },
    { type: 'TickChecklistItem', item: 'ic.detect.1' },
  ];
  return commands[n % commands.length] as Command;
};

const clock = (minute: number) =>
  `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Plays random commands on several devices that exchange what they have at random moments. */
const playTogether = (steps: readonly (readonly [number, number, boolean])[]): IncidentPlayer[] => {
  const players = ['ann', 'bob', 'cat'].map((device) => createPlayer({ person: device, device }));
  const [first] = players;
  first?.must('09:00', declare);
  for (const player of players) player.takeIn(first?.commits() ?? []);
  for (const [minute, [who, n, meets]] of steps.entries()) {
    const player = players[who % players.length] as IncidentPlayer;
    player.play(clock(minute + 1), someCommand(player.state(), n));
    if (meets) player.takeIn(players[(who + 1) % players.length]?.commits() ?? []);
  }
  return players;
};

const steps = fc.array(fc.tuple(fc.nat(2), fc.nat(1000), fc.boolean()), { maxLength: 40 });

describe('folding', () => {
  it('[IN14] one commit at a time gives the same state as all at once', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const ordered = orderCommits(playTogether(script).flatMap((player) => player.commits())).commits();
        let state = emptyIncident(testIncident);
        for (const [index, commit] of ordered.entries())
          state = applyCommit(state, commit) ?? foldIncident(testIncident, ordered.slice(0, index + 1));
        expect(state).toEqual(foldIncident(testIncident, ordered));
      }),
      { numRuns: 60 },
    );
  });

  it('[IN21] growing in place gives the same state, and a snapshot never changes', () => {
    fc.assert(
      fc.property(steps, fc.nat(40), (script, at) => {
        const ordered = orderCommits(playTogether(script).flatMap((player) => player.commits())).commits();
        let growing = growIncident(testIncident, []);
        let kept: readonly [count: number, state: IncidentState] = [0, growing.snapshot()];
        for (const [index, commit] of ordered.entries()) {
          if (!growing.add(commit)) growing = growIncident(testIncident, ordered.slice(0, index + 1));
          if (index === at) kept = [index + 1, growing.snapshot()];
        }
        expect(growing.now()).toEqual(foldIncident(testIncident, ordered));
        expect(kept[1]).toEqual(foldIncident(testIncident, ordered.slice(0, kept[0])));
      }),
      { numRuns: 60 },
    );
  });

  it('[IN21] worked out in pieces while more comes, it is the same state', () => {
    fc.assert(
      fc.property(steps, fc.nat(40), fc.nat(5), (script, given, pieces) => {
        const ordered = orderCommits(playTogether(script).flatMap((player) => player.commits())).commits();
        const live = ordered.slice(0, given);
        let growing = growIncident(testIncident, live);
        for (let piece = 0; piece < pieces; piece += 1)
          expect(growing.workAhead(3)).toBe(3 * (piece + 1) >= live.length);
        for (const commit of ordered.slice(given)) {
          live.push(commit);
          if (!growing.add(commit)) growing = growIncident(testIncident, live);
        }
        expect(growing.now()).toEqual(foldIncident(testIncident, ordered));
        expect(growing.workAhead(0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('[IN15] devices that have the same commits have the same state, whatever the order of arrival', () => {
    fc.assert(
      fc.property(steps, fc.integer(), (script, seed) => {
        const all = playTogether(script).flatMap((player) => player.commits());
        const shuffled = all
          .map((commit, index) => [Math.sin(seed + index), commit] as const)
          .sort(([a], [b]) => a - b);
        const [one, other] = [all, shuffled.map(([, commit]) => commit)].map((commits) =>
          foldIncident(testIncident, orderCommits(commits).commits()),
        );
        expect(one).toEqual(other);
        expect(JSON.stringify(projectRows(one as IncidentState, defaultPlaybook))).toBe(
          JSON.stringify(projectRows(other as IncidentState, defaultPlaybook)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('[IN16] a published state never changes under its reader', () => {
    const player = createPlayer();
    player.must('09:00', declare);
    const before = player.state();
    const copy = structuredClone({ ...before, log: before.log });
    const [last] = orderCommits([...player.commits()])
      .commits()
      .slice(-1);
    player.must('09:01', { type: 'RecordEntry', kind: 'note', text: 'later' });
    const newest = orderCommits(player.commits()).commits().at(-1);
    if (newest && last) applyCommit(before, newest);
    expect(structuredClone({ ...before, log: before.log })).toEqual(copy);
    expect(Object.isFrozen(before)).toBe(true);
  });

  it('[OP9] the playbook in force is told without the state, and is that of the state', () => {
    const player = createPlayer();
    const told = () => playbookInForce(orderCommits(player.commits()).commits());
    expect(told()).toBeUndefined();
    player.must('10:00', declare);
    const [adopted] = player.must('10:05', { type: 'AdoptPlaybook', playbook: 'another' });
    player.must('10:06', { type: 'RecordEntry', kind: 'note', text: 'later' });
    expect(told()).toBe('another');
    player.append('10:07', [
      {
        id: 'w1' as EventId,
        type: 'EventWithdrawn',
        occurredAt: toInstant('10:07'),
        event: adopted.id,
        reason: 'no',
      } as StoredEvent,
    ]);
    expect(told()).toBe(testDigest);
    expect(player.state().playbook).toBe(testDigest);
  });

  it('[IN17] a summary tells what a list needs, and there is none without a declaration', () => {
    const player = createPlayer();
    expect(projectSummary(player.state(), defaultPlaybook)).toBeUndefined();
    player.must('09:00', { ...declare, commander: 'Ann Lee' });
    player.must('09:05', { type: 'ChangeSeverity', severity: 'SEV1', reason: 'errors 38 %' });
    player.must('09:06', { type: 'ChangeSeverity', severity: 'SEV3', reason: 'calmer' });
    expect(projectSummary(player.state(), defaultPlaybook)).toMatchObject({
      title: 'Checkout fails',
      severity: 'SEV3',
      peakSeverity: 'SEV1',
      commander: 'Ann Lee',
      publicStatus: 'Investigating',
      status: 'open',
    });
  });
});

describe('preview', () => {
  it('[IN18] tells which metrics a change would move, and records nothing', () => {
    const player = createPlayer();
    player.must('09:10', { ...declare, failureAt: toInstant('09:00'), detectedAt: toInstant('09:04') });
    const before = player.state();
    const asking = {
      now: toInstant('09:20'),
      by: { person: 'Ann', device: 'ann' },
      newId: () => '01JQ00000000000000000000AA' as EventId,
    };
    const preview = previewCommands(
      [{ type: 'CorrectMilestone', milestone: 'failure', at: toInstant('08:50'), reason: 'first error in the log' }],
      before,
      asking,
      defaultPlaybook,
    );
    expect(preview.ok && preview.value.moves.map(({ id }) => id)).toContain('ttd');
    expect(preview.ok && preview.value.moves.find(({ id }) => id === 'ttd')).toMatchObject({
      before: { kind: 'value', ms: 240_000 },
      after: { kind: 'value', ms: 840_000 },
    });
    expect(player.state()).toEqual(before);
    expect(
      previewCommands([{ type: 'CorrectMilestone', milestone: 'fixed' }], before, asking, defaultPlaybook),
    ).toMatchObject({ ok: false });
  });

  it('[MS41] a taking back, and bringing it back, move the figures that hang on it', () => {
    const player = createPlayer();
    player.must('09:10', { ...declare, failureAt: toInstant('09:00'), detectedAt: toInstant('09:04') });
    player.must('09:15', { type: 'ReachMilestone', milestone: 'acknowledged', reason: 'nobody was paged' });
    const [fixed] = player.must('09:20', {
      type: 'ReachMilestone',
      milestone: 'fixed',
      reason: 'rolled back first',
      fix: { change: 'flag off', check: 'errors are gone' },
    });
    const asking = (at: string) => ({
      now: toInstant(at),
      by: { person: 'Ann', device: 'ann' },
      newId: () => '01JQ00000000000000000000AB' as EventId,
    });
    const withdraw = { type: 'WithdrawEvent', event: fixed.id, reason: 'wrong service' } as const;
    const repairOf = (commands: Parameters<typeof previewCommands>[0]) => {
      const preview = previewCommands(commands, player.state(), asking('09:30'), defaultPlaybook);
      return preview.ok ? preview.value.moves.find(({ id }) => id === 'ttrRepair') : preview.error;
    };
    expect(repairOf([withdraw])).toMatchObject({
      before: { kind: 'value', ms: 1_200_000 },
      after: { kind: 'running', ms: 1_800_000 },
    });
    const [withdrawal] = player.must('09:25', withdraw);
    expect(repairOf([{ type: 'WithdrawEvent', event: withdrawal.id, reason: 'it was right' }])).toMatchObject({
      before: { kind: 'running', ms: 1_800_000 },
      after: { kind: 'value', ms: 1_200_000 },
    });
  });
});

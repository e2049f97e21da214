import type { Instant } from '../kernel/instant.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type MetricId, metricIds } from '../lifecycle/metric-definitions.ts';
import { projectMetricRecord } from '../lifecycle/metric-record.ts';
import type { MetricResult } from '../lifecycle/metric-result.ts';
import { metric } from '../lifecycle/metrics.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { type OrderedCommit, sawEverything } from '../record/commit.ts';
import type { CommandId, WriterId } from '../record/ids.ts';
import type { Asking, Refusal } from '../record/rules.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import { applyAnyCommit } from './fold.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { IncidentState } from './incident-state.ts';

/** A metric that a command would move. */
export interface MetricMove {
  readonly id: MetricId;
  readonly before: MetricResult;
  readonly after: MetricResult;
}

export interface Preview {
  readonly events: readonly IncidentEvent[];
  /** Only those that change, in the order of the definitions. A running value does not move by time passing. */
  readonly moves: readonly MetricMove[];
}

/**
 * What would happen if these were recorded one after the other, without recording anything: the events, the metrics
 * that move, or the first refusal in words.
 */
export const previewCommands = (
  commands: readonly Command[],
  state: IncidentState,
  asking: Asking,
  playbook: Playbook,
): Result<Preview, Refusal> => {
  let after = state;
  const events: IncidentEvent[] = [];
  for (const [index, command] of commands.entries()) {
    const decided = decide(command, after, asking, playbook);
    if (!decided.ok) return decided;
    events.push(...decided.value);
    after = applyAnyCommit(after, toCommit(after, decided.value, { command, asking, seq: index + 1 }));
  }
  return ok({ events, moves: metricMoves(state, after, asking.now) });
};

/** The metrics that differ between two states, both asked at the same moment. */
export const metricMoves = (before: IncidentState, after: IncidentState, now: Instant): readonly MetricMove[] => {
  const [old, fresh] = [before, after].map((state) => projectMetricRecord(state.id, state.lifecycle));
  if (!old || !fresh) return [];
  return metricIds
    .map((id) => ({ id, before: metric(old, id, now), after: metric(fresh, id, now) }))
    .filter((move) => JSON.stringify(move.before) !== JSON.stringify(move.after));
};

interface Previewed {
  readonly command: Command;
  readonly asking: Asking;
  readonly seq: number;
}

const toCommit = (
  state: IncidentState,
  events: readonly IncidentEvent[],
  { command, asking, seq }: Previewed,
): OrderedCommit => ({
  sum: '',
  index: state.commands.size,
  seen: sawEverything,
  commit: {
    v: 1 as const,
    incident: state.id,
    writer: 'preview' as WriterId,
    seq,
    prev: '',
    heads: [],
    command: { id: `preview-${seq}` as CommandId, type: command.type },
    by: asking.by,
    recordedAt: asking.now,
    zone: 'UTC',
    boot: '',
    monoMs: 0,
    events,
  },
});

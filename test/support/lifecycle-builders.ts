import { addMs, type Instant, parseInstant } from '../../shared/kernel/instant.ts';
import { toDraft } from '../../shared/kernel/published.ts';
import { decideLifecycle } from '../../shared/lifecycle/decide-lifecycle.ts';
import { evolveLifecycle } from '../../shared/lifecycle/evolve-lifecycle.ts';
import { initialLifecycle } from '../../shared/lifecycle/initial-lifecycle.ts';
import type { Milestone } from '../../shared/lifecycle/lifecycle.ts';
import type { LifecycleCommand } from '../../shared/lifecycle/lifecycle-commands.ts';
import type { LifecycleEvent } from '../../shared/lifecycle/lifecycle-events.ts';
import type { LifecycleState } from '../../shared/lifecycle/lifecycle-state.ts';
import type { MetricRecord, MilestoneFact } from '../../shared/lifecycle/metric-record.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { EventId, WriterId } from '../../shared/record/ids.ts';
import type { Applied, Asking } from '../../shared/record/rules.ts';

/** `09:04` and `09:04:30` are on 2026-03-02; with a date in front, as written. */
export const at = (text: string): Instant => {
  const parsed = parseInstant(`${text.includes('T') ? text : `2026-03-02T${text}`}Z`);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

export const minutesAfter = (start: Instant, minutes: number): Instant => addMs(start, minutes * 60_000);

const author = { person: 'Ann Lee', device: 'desk' };

export const applied = (index: number, recordedAt: Instant): Applied => ({
  ref: { writer: 'w1' as WriterId, seq: index + 1 },
  recordedAt,
  by: author,
  index,
  hasSeen: () => true,
});

export const asking = (now: Instant, prefix = 'new'): Asking => {
  let made = 0;
  return { now, by: author, newId: () => `${prefix}-${++made}` as EventId };
};

type Distribute<Event> = Event extends LifecycleEvent ? Omit<Event, 'id' | 'occurredAt'> : never;

let eventCount = 0;
/** An event at a moment; ids count up. */
export const happened = (time: string, event: Distribute<LifecycleEvent>, id = `e${++eventCount}`): LifecycleEvent =>
  ({ ...event, id: id as EventId, occurredAt: at(time) }) as LifecycleEvent;

export const declared = (time: string, fields: Partial<Distribute<LifecycleEvent> & { paged: boolean }> = {}) =>
  happened(time, {
    type: 'IncidentDeclared',
    title: 'Checkout fails',
    services: [],
    paged: true,
    drill: false,
    playbook: 'digest',
    ...fields,
  } as Distribute<LifecycleEvent>);

export const reached = (milestone: Milestone, time: string, fields: object = {}, id?: string): LifecycleEvent =>
  happened(time, { type: 'MilestoneReached', milestone, ...fields }, id);

/** Folds events in order of application; each is recorded when it happened. */
export const fold = (events: readonly LifecycleEvent[], from: LifecycleState = initialLifecycle()): LifecycleState => {
  const draft = toDraft<ReturnType<typeof initialLifecycle>>(from);
  for (const [index, event] of events.entries()) evolveLifecycle(draft, event, applied(index, event.occurredAt));
  return draft;
};

/** A command on a state at a clock time. */
export const decide = (state: LifecycleState, now: string, command: LifecycleCommand, playbook = defaultPlaybook) =>
  decideLifecycle(command, state, asking(at(now), `n${state.phaseVisits.length}-${now}`), playbook);

/** Runs accepted commands one after the other; a refusal is a mistake of the test. */
export const run = (...steps: readonly (readonly [now: string, command: LifecycleCommand])[]): LifecycleState =>
  runFrom(fold([]), ...steps);

export const runFrom = (
  state: LifecycleState,
  ...steps: readonly (readonly [now: string, command: LifecycleCommand])[]
): LifecycleState =>
  steps.reduce((before, [now, command], index) => {
    const result = decideLifecycle(command, before, asking(at(now), `r${index}-${now}`), defaultPlaybook);
    if (!result.ok) throw new Error(`${command.type} at ${now} refused: ${result.error.code} ${result.error.message}`);
    return fold(result.value, before);
  }, state);

/** A metric record with these milestones, given as times or as facts. */
export const record = (
  instants: Partial<Record<Milestone, string | MilestoneFact>>,
  fields: Partial<MetricRecord> = {},
): MetricRecord => ({
  id: 'i1',
  status: 'open',
  drill: false,
  maintenance: false,
  paged: true,
  services: [],
  milestones: Object.fromEntries(
    Object.entries(instants).map(([milestone, fact]) => [
      milestone,
      typeof fact === 'string' ? { at: at(fact) } : fact,
    ]),
  ),
  skipped: [],
  impact: [],
  harmless: false,
  reopenCount: 0,
  ...fields,
});

import type { Command } from '../../shared/incident/command.ts';
import { byText } from '../../shared/kernel/by-text.ts';
import type { EventId } from '../../shared/record/ids.ts';
import { on } from './drill-moments.ts';
import { reviewSteps } from './drill-story-review.ts';
import { updateSteps } from './drill-story-updates.ts';

/** One thing that somebody does, as commands: the keyboard, the bridge and `holdfast exec` do the same. */
export interface DrillStep {
  /** Later steps mean its first event as `$name`. */
  readonly name: string;
  /** When it is done, time of day in UTC. */
  readonly clock: string;
  readonly commands: readonly Command[];
}

/** Stands for the first event of an earlier step. */
const eventOf = (step: string) => `$${step}` as EventId;

const step = (name: string, clock: string, ...commands: readonly Command[]): DrillStep => ({
  name,
  clock,
  commands,
});

const observed = (name: string, clock: string, text: string): DrillStep =>
  step(name, clock, { type: 'RecordEntry', kind: 'observation', text });

/** The playbook is the library's own; every way to declare puts its digest in. */
const declaration = {
  type: 'DeclareIncident',
  title: 'Checkout errors after a release',
  key: 'INC-310',
  severity: 'SEV2',
  services: ['checkout'],
  detection: { source: 'alert', detail: 'fire alert, checkout errors 12 %' },
  alertedAt: on('09:00'),
  failureAt: on('08:58'),
  commander: 'Ann Lee',
} as const;
const declareStep = step('declared', '09:01', declaration as unknown as Command);

const facts = {
  known: 'errors began at 08:58 UTC',
  unknown: 'what fails',
  symptoms: 'the payment page keeps spinning',
  trend: 'steady',
  notAffected: 'Browsing and search work.',
  workaround: 'try again after a minute',
  impactPublic: 'Some payments fail.',
  scopePublic: 'about one payment in eight',
  businessImpact: 'about 40 orders a minute are lost',
  needs: 'nothing now',
} as const;

const commandSteps: readonly DrillStep[] = [
  declareStep,
  step('acknowledged', '09:02:30', { type: 'ReachMilestone', milestone: 'acknowledged' }),
  step('lead', '09:03', { type: 'AssignRole', role: 'lead', person: 'Bob Ray' }),
  step('comms', '09:03', { type: 'AssignRole', role: 'comms', person: 'Cleo Novak' }),
  step('ticked', '09:03:30', { type: 'TickChecklistItem', item: 'ic.triage.1' }),
  observed('smoke', '09:04', 'Smoke alert: search latency up. Nobody is hurt by it, not followed.'),
  observed('tickets', '09:05', 'Support: 9 tickets "payment spins"'),
  step('triaged', '09:05:30', {
    type: 'ReachMilestone',
    milestone: 'triaged',
    impact: { level: 'partial', text: 'one payment in eight fails', scope: '12 % of payments' },
  }),
  step(
    'facts',
    '09:06',
    ...Object.entries(facts).map(
      ([field, text]): Command => ({ type: 'StateFact', field: field as keyof typeof facts, text }),
    ),
  ),
  step('task', '09:06:30', {
    type: 'GiveTask',
    text: 'list what was released today',
    owner: 'Bob Ray',
    timeBoxMs: 10 * 60_000,
  }),
  step('wrong-lead', '09:08', {
    type: 'ProposeHypothesis',
    text: 'The payment provider is slow',
    owner: 'Bob Ray',
    test: 'compare its response times with yesterday',
    testDueAt: on('09:13'),
    confidence: 'guess',
  }),
  step('ruled-out', '09:11', {
    type: 'JudgeHypothesis',
    hypothesis: eventOf('wrong-lead'),
    state: 'refuted',
    result: 'median 180 ms, as yesterday',
  }),
  step('shielded', '09:12', {
    type: 'RecordEntry',
    kind: 'note',
    text: 'An executive asks the lead how long. Questions go to Ann, the lead goes on.',
  }),
  observed('worse', '09:15', 'Monitor: 38 % of payments fail'),
  step('raised', '09:15', { type: 'ChangeSeverity', severity: 'SEV1', reason: '38 % of payments fail and it grows' }),
  step('full', '09:15', { type: 'ChangeImpact', level: 'full', text: 'nobody can rely on paying' }),
  step('listed', '09:18', {
    type: 'FinishTask',
    task: eventOf('task'),
    outcome: 'done',
    result: 'connection flag switched on 6 minutes before the start',
  }),
  step('ordered', '09:19', {
    type: 'MakeDecision',
    question: 'Roll back now or finish the diagnosis?',
    options: [{ text: 'Roll back now', risk: 'the flag may not be it' }, { text: 'Finish the diagnosis' }],
    chosen: 'Roll back now',
    because: 'harm grows while we look',
  }),
  step('fixed', '09:23', {
    type: 'ReachMilestone',
    milestone: 'fixed',
    fix: {
      change: 'connection flag off',
      check: 'connections back to half, errors fall',
      executor: 'Bob Ray',
      rollback: 'switch the flag on again',
    },
    reason: 'rolled back before the cause was known',
  }),
  observed('stuck', '09:25', 'Monitor: errors 3 %, 400 orders stuck in the queue'),
  step('partial', '09:25', { type: 'ChangeImpact', level: 'degraded', text: '400 orders wait in the queue' }),
  observed('drained', '09:31', 'Queue drained, errors 0.1 %'),
  step('well', '09:31', { type: 'ChangeImpact', level: 'none' }),
  observed('charged-twice', '09:38', 'Mail from a customer: charged twice'),
  step('data', '09:39', {
    type: 'MakeDataStatement',
    data: 'confirmed',
    text: '12 customers were charged twice; all are refunded.',
  }),
  step('restored', '10:02', {
    type: 'ReachMilestone',
    milestone: 'recovered',
    evidence: ['errors under 0.1 % for 30 min'],
  }),
  step('identified', '10:20', {
    type: 'ReachMilestone',
    milestone: 'identified',
    cause: 'the connection flag doubles database connections',
    reason: 'found in the logs once users were well again',
  }),
];

/** Drill D1 of domain.md 9, played as an incident: everything that is recorded, in the order of time. */
export const drillSteps: readonly DrillStep[] = [...commandSteps, ...updateSteps, ...reviewSteps].toSorted(
  byText(({ clock }) => on(clock)),
);

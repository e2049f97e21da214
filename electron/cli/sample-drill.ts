import type { Command } from '../../shared/incident/command.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { addMs, type Instant } from '../../shared/kernel/instant.ts';
import type { EventId } from '../../shared/record/ids.ts';

/** What a step may know of the drill so far. */
export interface SampleMoment {
  /** When the drill began. */
  readonly start: Instant;
  readonly state: IncidentState;
  /** The first event of an earlier step. */
  readonly eventOf: (name: string) => EventId;
  /** The update that Holdfast drafts for this audience now. */
  readonly draft: (audience: string) => Command;
}

export interface SampleStep {
  /** Seconds from the start of the drill. */
  readonly seconds: number;
  readonly by: string;
  readonly name?: string;
  readonly command: Command | ((moment: SampleMoment) => Command);
}

/** How far into the drill the sample stops: a decision waits, a task runs. */
export const sampleLengthMinutes = 20;

const [ann, bo, cleo, dev, eva, finn] = [
  'Ann Lee',
  'Bo Chen',
  'Cleo Novak',
  'Dev Patel',
  'Eva Marin',
  'Finn Olsen',
] as const;

/** Drill D1, "Bad deploy at checkout", until just before the rollback is ordered. The declaration comes apart. */
export const sampleSteps: readonly SampleStep[] = [
  entry(
    46,
    ann,
    { kind: 'alert', text: 'Checkout errors 12 %', alert: { rule: 'checkout-errors', class: 'fire', paged: true } },
    0,
  ),
  tick(50, ann, 'ic.detect.1'),
  tick(55, ann, 'ic.detect.2'),
  { seconds: 95, by: bo, command: { type: 'ReachMilestone', milestone: 'acknowledged' } },
  tick(100, bo, 'lead.detect.1'),
  entry(128, dev, {
    kind: 'alert',
    text: 'Search latency up',
    alert: { rule: 'search-latency', class: 'smoke', paged: false },
  }),
  entry(140, ann, { kind: 'note', text: 'Search is not followed for now: nobody is hurt by it' }),
  role(150, 'comms', cleo),
  role(155, 'scribe', eva),
  role(160, 'support', finn),
  { seconds: 165, by: ann, command: { type: 'JoinRoster', person: dev, task: 'database' } },
  tick(170, ann, 'ic.detect.3'),
  tick(172, ann, 'ic.detect.4'),
  entry(245, finn, {
    kind: 'observation',
    text: '9 tickets: "payment spins"',
    observation: { measure: 'tickets', value: '9' },
  }),
  fact(250, finn, 'symptoms', 'the payment page keeps spinning'),
  fact(252, finn, 'tickets', '9, all on paying'),
  send(300, cleo, 'chat'),
  tick(305, ann, 'ic.detect.5'),
  {
    seconds: 330,
    by: bo,
    command: {
      type: 'ReachMilestone',
      milestone: 'triaged',
      severity: 'SEV2',
      impact: { level: 'partial', text: 'about one payment in eight fails', scope: 'all regions' },
      reason: 'core function badly degraded, no workaround',
    },
  },
  tick(335, bo, 'lead.triage.1'),
  tick(340, ann, 'ic.triage.1'),
  fact(345, bo, 'notAffected', 'browsing, search, account pages'),
  send(420, finn, 'support'),
  send(450, cleo, 'public'),
  tick(455, ann, 'ic.triage.3'),
  {
    seconds: 480,
    by: bo,
    name: 'provider',
    command: ({ start }) => ({
      type: 'ProposeHypothesis',
      text: 'The payment provider is slow',
      owner: dev,
      test: 'compare its response times with yesterday',
      testDueAt: addMs(start, 14 * 60_000),
      confidence: 'guess',
    }),
  },
  task(490, 'compare', dev, 'Compare response times of the payment provider with yesterday', 6),
  entry(730, ann, {
    kind: 'communication',
    text: 'Head of operations asked the lead "how long?"; answered by the commander: next word at the next update',
  }),
  {
    seconds: 790,
    by: dev,
    command: ({ eventOf }) => ({ type: 'FinishTask', task: eventOf('compare'), result: '120 ms, as yesterday' }),
  },
  {
    seconds: 800,
    by: bo,
    command: ({ eventOf }) => ({
      type: 'JudgeHypothesis',
      hypothesis: eventOf('provider'),
      state: 'refuted',
      result: 'the provider answers in 120 ms, as yesterday',
    }),
  },
  {
    seconds: 840,
    by: bo,
    command: {
      type: 'ProposeHypothesis',
      text: 'Checkout runs out of database connections',
      owner: bo,
      test: 'count connections by service',
      confidence: 'likely',
    },
  },
  entry(905, dev, {
    kind: 'observation',
    text: 'Checkout errors 38 %',
    key: true,
    observation: { measure: 'checkout errors', value: '38 %' },
  }),
  {
    seconds: 930,
    by: bo,
    command: { type: 'ChangeImpact', level: 'partial', text: 'four payments in ten fail', scope: 'all regions' },
  },
  fact(935, bo, 'known', 'four payments in ten fail; browsing, search and account pages work'),
  {
    seconds: 940,
    by: ann,
    command: { type: 'ChangeSeverity', severity: 'SEV1', reason: 'errors went from 12 % to 38 % and grow' },
  },
  send(990, cleo, 'chat'),
  send(1020, cleo, 'public'),
  entry(1082, eva, {
    kind: 'observation',
    text: 'A checkout flag was switched on 6 min before the first alert',
    key: true,
  }),
  task(1100, 'rollback', dev, 'Get the rollback of the flag ready, and say what else it undoes', 10),
  {
    seconds: 1120,
    by: bo,
    command: {
      type: 'AskDecision',
      question: 'Roll the flag back now, or finish the diagnosis first?',
      askedBy: bo,
      options: [
        {
          text: 'Roll back now',
          benefit: 'harm may stop in 5 min',
          risk: 'the cause stays a guess',
          time: '5 min',
          reversible: true,
        },
        {
          text: 'Finish the diagnosis',
          benefit: 'the cause is known',
          risk: 'four in ten payments go on failing',
          time: '15 min or more',
        },
      ],
    },
  },
];

function entry(
  seconds: number,
  by: string,
  fields: Omit<Extract<Command, { type: 'RecordEntry' }>, 'type' | 'at'>,
  happenedSeconds = seconds,
): SampleStep {
  return {
    seconds,
    by,
    command: ({ start }) => ({ type: 'RecordEntry', ...fields, at: addMs(start, happenedSeconds * 1000) }),
  };
}

function tick(seconds: number, by: string, item: string): SampleStep {
  return { seconds, by, command: { type: 'TickChecklistItem', item } };
}

function role(seconds: number, id: string, person: string): SampleStep {
  return { seconds, by: ann, command: { type: 'AssignRole', role: id, person } };
}

function fact(
  seconds: number,
  by: string,
  field: Extract<Command, { type: 'StateFact' }>['field'],
  text: string,
): SampleStep {
  return { seconds, by, command: { type: 'StateFact', field, text } };
}

function send(seconds: number, by: string, audience: string): SampleStep {
  return { seconds, by, command: ({ draft }) => draft(audience) };
}

function task(seconds: number, name: string, owner: string, text: string, minutes: number): SampleStep {
  return { seconds, by: bo, name, command: { type: 'GiveTask', owner, text, timeBoxMs: minutes * 60_000 } };
}

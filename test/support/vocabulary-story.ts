import { digestOfPlaybook } from '../../electron/library/playbook-copies.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import type { EventId, IncidentId } from '../../shared/record/ids.ts';
import { manyScripts } from './many-scripts.ts';
import { minute, type StoryStep, step } from './story-step.ts';
import { afterSteps } from './vocabulary-story-after.ts';

/** The playbook that is adopted half way. */
export const laterPlaybook: Playbook = { ...defaultPlaybook, org: 'ACME after the merger' };
export const secretText = 'password of Ms 𝒁oë is hunter2';
const elsewhere = '01JQ000000000000000000THER' as IncidentId;
const min = 60_000;

const responseSteps: readonly StoryStep[] = [
  step('declared', 1, {
    type: 'DeclareIncident',
    title: 'Checkout fails — 決済',
    key: 'INC-7',
    severity: 'SEV2',
    services: ['checkout', 'الدفع'],
    detection: { source: 'alert', detail: 'fire alert, checkout errors 12 %' },
    playbook: digestOfPlaybook(defaultPlaybook),
    commander: 'Ann Lee',
    lead: 'Omar Haddad',
  }),
  step('details', 2, { type: 'ChangeDetails', title: 'Checkout and search fail', services: ['checkout', 'search'] }),
  step('acknowledged', 3, { type: 'ReachMilestone', milestone: 'acknowledged' }),
  step('no-alert', 3, { type: 'SkipMilestone', milestone: 'alerted', reason: 'a person saw it first' }),
  step('objectives', 4, { type: 'SetObjectives', dataset: 'orders', rpoMs: 15 * min, rtoMs: 60 * min }),
  step('impact', 4, { type: 'ChangeImpact', level: 'partial', text: 'one payment in eight fails', scope: '12 %' }),
  step('triaged', 5, { type: 'ReachMilestone', milestone: 'triaged' }),
  step('closed', 6, { type: 'CloseIncident', as: 'cancelled', reason: 'wrong button' }),
  step('not-closed', 6, (first) => ({ type: 'WithdrawEvent', event: first('closed'), reason: 'a slip of the hand' })),
  step('entry', 7, { type: 'RecordEntry', kind: 'observation', text: 'errors 4 %' }),
  step('looked', 7, { type: 'RecordEntry', kind: 'note', text: 'Omar looks' }, 'omar'),
  step('corrected', 8, (first) => ({ type: 'CorrectEntry', entry: first('entry'), text: 'errors 0.4 %' })),
  step(
    'corrected-elsewhere',
    9,
    (first) => ({ type: 'CorrectEntry', entry: first('entry'), text: '٤ ٪' }),
    'omar-offline',
  ),
  step('starred', 9, (first) => ({ type: 'StarEntry', entry: first('entry'), key: true })),
  step('evidence', 10, (first) => ({
    type: 'AttachEvidence',
    entry: first('entry'),
    evidence: { kind: 'url', text: 'https://graphs.example.test/?q=λ' },
  })),
  step('secret', 10, { type: 'RecordEntry', kind: 'note', text: secretText, actor: 'Zoë' }),
  step('redacted', 11, (first) => ({ type: 'RedactText', event: first('secret'), why: 'a password' })),
  step('todo', 11, { type: 'RecordEntry', kind: 'todo', text: 'ask the provider' }),
  step('todo-closed', 12, (first) => ({ type: 'CloseTodo', todo: first('todo'), result: 'asked: all green' })),
  step('received', 12, {
    type: 'ReceiveEvent',
    origin: { incident: elsewhere, event: '01JQ0000000000000000000001' as EventId, recordedAt: minute(1) },
    event: {
      type: 'EntryRecorded',
      id: '01JQ0000000000000000000001',
      occurredAt: minute(1),
      name: { tag: 'ann', n: 1 },
      kind: 'note',
      text: 'belongs here',
      source: 'typed',
    },
  }),
  step('asked', 13, { type: 'AskDecision', question: 'Roll back?', options: [{ text: 'yes' }, { text: 'no' }] }),
  step('decided', 14, (first) => ({
    type: 'MakeDecision',
    asked: first('asked'),
    chosen: 'yes',
    because: 'harm grows',
    objections: ['Omar: loses the traces'],
  })),
  step('hypothesis', 15, { type: 'ProposeHypothesis', text: 'the flag', test: 'switch it off', confidence: 'guess' }),
  step('judged', 16, (first) => ({
    type: 'JudgeHypothesis',
    hypothesis: first('hypothesis'),
    state: 'confirmed',
    result: 'errors fall',
    plainText: 'a new setting overloaded the database',
  })),
  step('task', 16, { type: 'GiveTask', text: 'list releases', owner: 'Omar Haddad', timeBoxMs: 10 * min }),
  step('extended', 17, (first) => ({ type: 'ExtendTask', task: first('task'), timeBoxMs: 5 * min })),
  step('finished', 18, (first) => ({ type: 'FinishTask', task: first('task'), result: 'three' })),
  step('severity', 18, { type: 'ChangeSeverity', severity: 'SEV1', reason: '38 % fail' }),
  step('severity-elsewhere', 18, { type: 'ChangeSeverity', severity: 'SEV3', reason: 'few report it' }, 'omar-offline'),
  step('comms', 19, { type: 'AssignRole', role: 'comms', person: 'Cleo Nováková' }),
  step('offered', 19, { type: 'OfferHandoff', role: 'ic', to: 'Bob Ray', risks: ['queue is full'] }),
  step('cancelled', 20, (first) => ({ type: 'CancelHandoff', offer: first('offered'), reason: 'stays' })),
  step('offered-again', 20, { type: 'OfferHandoff', role: 'ic', to: 'Bob Ray', risks: ['queue is full'] }),
  step('accepted', 21, (first) => ({
    type: 'AcceptHandoff',
    offer: first('offered-again'),
    person: 'Bob Ray',
    risksReadBack: ['queue is full'],
  })),
  step('joined', 21, { type: 'JoinRoster', person: '山田', task: 'database' }),
  step('left', 22, { type: 'LeaveRoster', person: '山田', reason: 'asleep' }),
  step('ticked', 22, { type: 'TickChecklistItem', item: 'ic.triage.1' }),
  step('unticked', 23, { type: 'UntickChecklistItem', item: 'ic.triage.1' }),
  step('skipped', 23, { type: 'SkipChecklistItem', item: 'ic.triage.2', reason: 'no public' }),
  ...manyScripts.map((text, index) => step(`fact-${index}`, 24, { type: 'StateFact', field: 'symptoms', text })),
  step('data', 24, { type: 'MakeDataStatement', data: 'possible', text: 'perhaps 12 customers' }),
  step('sent', 25, {
    type: 'SendUpdate',
    audience: 'chat',
    text: 'Payments fail. Next at 09:45.',
    situation: 'triaged',
    promisedAt: minute(45),
  }),
  step('sent-wrong', 26, (first) => ({
    type: 'CorrectUpdate',
    update: first('sent'),
    wrong: 'Payments fail',
    right: 'Some payments fail',
    text: 'Some payments fail.',
  })),
  step('promised', 26, { type: 'PromiseUpdate', audience: 'exec', promisedAt: minute(50) }),
  step('clock', 26, { type: 'StateClockError', errorMs: 3 * min, against: 'NTP of the data centre' }),
  step('adopted', 27, { type: 'AdoptPlaybook', playbook: digestOfPlaybook(laterPlaybook) }),
];

/** Small talk: what fills a real record. */
const talk: readonly StoryStep[] = Array.from({ length: 230 }, (_, index) =>
  step(
    `talk-${index}`,
    28 + Math.floor(index / 10),
    {
      type: 'RecordEntry',
      kind: index % 3 === 0 ? 'observation' : 'note',
      text: `${index}: ${manyScripts[index % manyScripts.length]}`,
    },
    index % 23 === 0 ? 'omar' : 'ann',
  ),
);

/** An incident in which everything happens that can be recorded, in the order of time. */
export const vocabularySteps: readonly StoryStep[] = [...responseSteps, ...talk, ...afterSteps];

import { describe, expect, it } from 'vitest';
import { lineToAction, projectLineContext } from '../../../shared/incident/line-to-command.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { parseLine } from '../../../shared/timeline/line-command.ts';
import { createPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

const read = (line: string, now = '10:31', chosen?: string) => {
  const player = createPlayer();
  player.must('09:00', {
    type: 'DeclareIncident',
    title: 'Checkout fails',
    playbook: testDigest,
    commander: 'Priya Nair',
  });
  player.must('09:01', { type: 'GiveTask', owner: 'Priya Nair', text: 'count duplicates' });
  player.must('09:02', { type: 'RecordEntry', kind: 'todo', text: 'where does the provider report?' });
  const context = projectLineContext(player.state(), defaultPlaybook, 'note');
  return lineToAction(parseLine(line, context), toInstant(now), 'UTC', chosen ? toInstant(chosen) : undefined);
};
const commandOf = (line: string) => {
  const action = read(line);
  return action.do === 'record' ? action.command : action;
};

describe('what Enter does', () => {
  it('[LN20] plain text is recorded as it stands, with a leading time as when it happened', () => {
    expect(commandOf('errors 38 %')).toEqual({ type: 'RecordEntry', kind: 'note', text: 'errors 38 %' });
    expect(commandOf('10:28 two captures for one order')).toEqual({
      type: 'RecordEntry',
      kind: 'note',
      text: 'two captures for one order',
      at: toInstant('10:28'),
      typed: { text: '10:28', zone: 'UTC', offsetMinutes: 0 },
    });
  });

  it('[CE11] a clock error needs a span, a direction and the other clock, and says what is missing', () => {
    expect(commandOf('!clock 2m30s slow NTP')).toEqual({ type: 'StateClockError', errorMs: -150_000, against: 'NTP' });
    for (const line of ['!clock', '!clock fast NTP', '!clock 3m NTP', '!clock 3m fast'])
      expect(read(line), line).toMatchObject({ do: 'wait' });
  });

  it('[LN25, LN26] an alert keeps its class; what stays inside is left out of shared exports', () => {
    expect(commandOf('10:02 !alert fire checkout errors 12 %')).toMatchObject({
      type: 'RecordEntry',
      kind: 'alert',
      text: 'checkout errors 12 %',
      alert: { class: 'fire', paged: true },
      at: toInstant('10:02'),
    });
    expect(commandOf('!inside the vendor is Acme')).toEqual({
      type: 'RecordEntry',
      kind: 'note',
      text: 'the vendor is Acme',
      visibility: 'restricted',
    });
  });

  it('[LN27] a promised time is the next such moment, also tomorrow', () => {
    expect(commandOf('!promise public 10:50')).toEqual({
      type: 'PromiseUpdate',
      audience: 'public',
      promisedAt: toInstant('10:50'),
    });
    expect(commandOf('10:20 !promise exec 9:00')).toMatchObject({
      promisedAt: '2026-03-03T09:00:00.000Z',
      at: toInstant('10:20'),
    });
    expect(commandOf('!promise public 10:31')).toMatchObject({ promisedAt: '2026-03-03T10:31:00.000Z' });
  });

  it('[LN21] command words become commands', () => {
    expect(commandOf('!sev 2 only some users')).toMatchObject({
      type: 'ChangeSeverity',
      severity: 'SEV2',
      reason: 'only some users',
    });
    expect(commandOf('!milestone fixed 10:05')).toMatchObject({
      type: 'ReachMilestone',
      milestone: 'fixed',
      at: toInstant('10:05'),
    });
    expect(commandOf('!task @Priya 10m count captures')).toMatchObject({
      type: 'GiveTask',
      owner: 'Priya Nair',
      timeBoxMs: 600_000,
      text: 'count captures',
    });
    expect(commandOf('!done 1 none found')).toMatchObject({ type: 'FinishTask', result: 'none found' });
    expect(commandOf('!done 2 on status.example.com')).toMatchObject({
      type: 'CloseTodo',
      result: 'on status.example.com',
    });
    expect(commandOf('!ack')).toMatchObject({ type: 'ReachMilestone', milestone: 'acknowledged' });
    expect(commandOf('!impact none queue drained')).toMatchObject({
      type: 'ChangeImpact',
      level: 'none',
      text: 'queue drained',
    });
    expect(commandOf('!role lead @Jonas Berg')).toMatchObject({ type: 'AssignRole', role: 'lead' });
    expect(commandOf('!frobnicate now')).toEqual({ type: 'RecordEntry', kind: 'note', text: '!frobnicate now' });
  });

  it('[LN24] a name that nobody has yet may have several words', () => {
    expect(commandOf('!role lead @Jonas Berg')).toEqual({ type: 'AssignRole', role: 'lead', person: 'Jonas Berg' });
    expect(commandOf('!role lead @"van der Berg" on call')).toMatchObject({
      person: 'van der Berg',
      reason: 'on call',
    });
    expect(commandOf('!task @Mei Tanaka 10m compare order counts')).toMatchObject({
      owner: 'Mei Tanaka',
      text: 'compare order counts',
    });
    expect(commandOf('!task @Bob Check the disk')).toMatchObject({ owner: 'Bob', text: 'Check the disk' });
  });

  it('[LN31] the words behind a milestone are what was done or seen, never their own proof', () => {
    expect(commandOf('!milestone fixed 10:05 rolled back')).toMatchObject({
      milestone: 'fixed',
      at: toInstant('10:05'),
      fix: { change: 'rolled back', check: '' },
    });
    expect(commandOf('!milestone identified pool too small')).toMatchObject({ cause: 'pool too small' });
    expect(commandOf('!milestone recovered graph is flat')).toMatchObject({ evidence: ['graph is flat'] });
  });

  it('[LN22] some words open a screen, and an unfinished one waits', () => {
    expect(read('!upd public')).toEqual({ do: 'write-update', audience: 'public', text: '' });
    expect(read('!start Search is down')).toEqual({ do: 'declare', title: 'Search is down' });
    expect(read('!sev')).toMatchObject({ do: 'wait' });
  });

  it('[LN30] the words of a line that opens the composer go with it, a leading time too', () => {
    const action = { do: 'write-update', audience: 'public', text: 'Payments are back' };
    expect(read('!upd public Payments are back')).toEqual(action);
    expect(read('10:05 !upd public payments are back')).toMatchObject({ text: '10:05 payments are back' });
  });

  it('[LN23] a time over 12 hours back is asked about, and the answer is taken', () => {
    expect(read('10:32 a slow page')).toMatchObject({
      do: 'ask-time',
      why: 'long-ago',
      candidates: ['2026-03-01T10:32:00.000Z'],
    });
    expect(read('10:32 a slow page', '10:31', '2026-03-01T10:32:00.000Z')).toMatchObject({ do: 'record' });
  });
});

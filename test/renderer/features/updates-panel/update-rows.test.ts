import { expect, test } from 'vitest';
import { lateWords, updateRows } from '../../../../renderer/features/updates-panel/update-rows.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, type IncidentPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

const declared = (severity: string): IncidentPlayer => {
  const player = createPlayer();
  player.must('09:00', {
    type: 'DeclareIncident',
    title: 'x',
    severity,
    detectedAt: toInstant('09:00'),
    playbook: testDigest,
  });
  return player;
};
const rowsAt = (player: IncidentPlayer, at: string) => {
  const { lifecycle, timeline, updates } = player.state();
  return updateRows({ playbook: defaultPlaybook, lifecycle, timeline, updates }, toInstant(at), 'UTC');
};

test('[UPP1] every audience says in words how its clock stands, the most urgent first', () => {
  const player = declared('SEV1');
  player.must('09:01', {
    type: 'SendUpdate',
    audience: 'public',
    text: 'We look.',
    situation: 'detected',
    promisedAt: toInstant('09:20'),
  });
  const rows = rowsAt(player, '09:06');
  expect(rows.map(({ audience }) => audience)).toEqual(['chat', 'support', 'exec', 'public', 'regulator']);
  expect(rows[0]).toMatchObject({
    kind: 'over',
    figure: '1m 00s',
    words: 'overdue',
    detail: 'due 09:05 · nothing sent',
  });
  expect(rows[1]).toMatchObject({ kind: 'soon', figure: '4m 00s' });
  expect(rows[3]).toMatchObject({ kind: 'running', figure: '14m 00s', detail: 'promised 09:20 · every 20m' });
  expect(rows[4]).toMatchObject({ kind: 'waiting', words: 'no clock switched on' });
});

test('[UPP2] where no clock runs the row says why', () => {
  const rows = rowsAt(declared('SEV4'), '09:06');
  expect(rows.find(({ audience }) => audience === 'chat')?.words).toBe('on change');
  expect(rows.find(({ audience }) => audience === 'public')?.words).toBe('no clock');
});

test('[UPP3] folded, the panel counts what is late in the words of its rows', () => {
  const player = declared('SEV1');
  expect(lateWords(rowsAt(player, '09:04'))).toBe('');
  expect(lateWords(rowsAt(player, '09:05'))).toBe('1 due now');
  expect(lateWords(rowsAt(player, '09:10'))).toBe('1 overdue, 2 due now');
});

test('[UPP5] a legal deadline that is not today names its day', () => {
  const player = declared('SEV1');
  player.must('09:01', { type: 'RecordRegulatorInstant', instant: 'awareAt' });
  const { lifecycle, timeline, updates } = player.state();
  const regulators = defaultPlaybook.regulators.map((clock) => ({ ...clock, enabled: clock.id === 'gdpr-33' }));
  const input = { playbook: { ...defaultPlaybook, regulators }, lifecycle, timeline, updates };
  const rowAt = (now: string) =>
    updateRows(input, toInstant(now), 'UTC').find(({ audience }) => audience === 'regulator');
  expect(rowAt('09:06')?.detail).toBe('GDPR Art. 33 notification, 5 Mar 2026 09:01');
  expect(rowAt('2026-03-05T08:00:00.000Z')?.detail).toBe('GDPR Art. 33 notification, 09:01');
});

test('[NEXT41] a row late enough for the Deputy has another shape and says so', () => {
  const player = declared('SEV1');
  const chatAt = (at: string) => rowsAt(player, at).find(({ audience }) => audience === 'chat');
  expect(chatAt('09:09')).toMatchObject({ kind: 'over', detail: 'due 09:05 · nothing sent' });
  expect(chatAt('09:10')).toMatchObject({
    kind: 'escalated',
    words: 'overdue',
    detail: 'Deputy too · due 09:05 · nothing sent',
  });
});

import { expect, test } from 'vitest';
import { rowDeeds } from '../../../../renderer/features/timeline/row-deeds.ts';
import { projectRow } from '../../../../shared/incident/timeline-row.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import type { EventId } from '../../../../shared/record/ids.ts';
import { createPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

const declared = () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest, severity: 'SEV2' });
  return player;
};

const menuOf = (player: ReturnType<typeof createPlayer>, id: EventId, at: string) => {
  const state = player.state();
  const row = projectRow(id, state, defaultPlaybook);
  if (!row) throw new Error('No such row');
  const asker = { now: toInstant(at), device: 'ann' };
  const entries = rowDeeds({ row, isConflict: false, readOnly: null, state, asker });
  return new Map(entries.map((entry) => [entry.label, entry]));
};

test('[TV15] a row that was taken back offers to bring it back', () => {
  const player = declared();
  const [entry] = player.must('09:05', { type: 'RecordEntry', kind: 'note', text: 'wrong room' });
  expect(menuOf(player, entry.id, '09:06').get('Take back')?.unavailable).toBeUndefined();
  player.must('09:06', { type: 'WithdrawEvent', event: entry.id, reason: 'slip' });
  const menu = menuOf(player, entry.id, '09:07');
  expect(menu.get('Bring back')).toMatchObject({ unavailable: undefined });
  expect(menu.has('Take back')).toBe(false);
});

test('[TV16] a sent update offers a correction or retraction; taking back only in its first minute', () => {
  const player = declared();
  const [sent] = player.must('09:05', {
    type: 'SendUpdate',
    audience: 'public',
    text: 'We are looking into it.',
    situation: 'detected',
  });
  const early = menuOf(player, sent.id, '09:05:40');
  expect(early.get('Take back')?.unavailable).toBeUndefined();
  const late = menuOf(player, sent.id, '09:07');
  expect(late.get('Take back')?.unavailable).toBe('What was sent stays. Correct or retract it.');
  expect(late.get('Correct or retract')).toMatchObject({ unavailable: undefined });
  player.must('09:08', { type: 'RetractUpdate', update: sent.id, reason: 'not sent', text: 'Never sent.' });
  expect(menuOf(player, sent.id, '09:09').get('Correct or retract')?.unavailable).toBe('It was retracted already.');
});

test('[TV17] a to-do offers an answer, once; other rows do not', () => {
  const player = declared();
  const [todo] = player.must('09:05', { type: 'RecordEntry', kind: 'todo', text: 'ask the provider' });
  const [note] = player.must('09:05', { type: 'RecordEntry', kind: 'note', text: 'asked' });
  expect(menuOf(player, todo.id, '09:06').get('Answer')).toMatchObject({ id: 'answer', unavailable: undefined });
  expect(menuOf(player, note.id, '09:06').has('Answer')).toBe(false);
  const [closed] = player.must('09:06', { type: 'CloseTodo', todo: todo.id, result: 'they know' });
  expect(menuOf(player, todo.id, '09:07').get('Answer')?.unavailable).toBe('It was answered already.');
  expect(menuOf(player, closed.id, '09:07').has('Answer')).toBe(false);
  expect(projectRow(closed.id, player.state(), defaultPlaybook)).toMatchObject({
    word: 'Answered',
    text: 'To-do ann-1. they know.',
  });
});

import { describe, expect, it } from 'vitest';
import { createRowProjection, projectRows } from '../../../shared/incident/timeline-row.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

const running = () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  return player;
};
const rowsOf = (player: ReturnType<typeof createPlayer>) => projectRows(player.state(), defaultPlaybook);

describe('rows of the timeline', () => {
  it('[TR1] rows stand in the order of happening; equal times keep the order of application', () => {
    const player = running();
    player.must('10:29', { type: 'RecordEntry', kind: 'observation', text: 'charged twice', at: toInstant('10:19') });
    player.must('10:30', { type: 'RecordEntry', kind: 'note', text: 'first', at: toInstant('10:25') });
    player.must('10:31', { type: 'RecordEntry', kind: 'note', text: 'second', at: toInstant('10:25') });
    player.must('10:32', { type: 'RecordEntry', kind: 'note', text: 'earlier', at: toInstant('10:10') });
    expect(
      rowsOf(player)
        .map(({ text }) => text)
        .slice(-4),
    ).toEqual(['earlier', 'charged twice', 'first', 'second']);
  });

  it('[TR2] recorded over five minutes after it happened is flagged as added later', () => {
    const player = running();
    player.must('10:29', { type: 'RecordEntry', kind: 'note', text: 'late', at: toInstant('10:19') });
    player.must('10:30', { type: 'RecordEntry', kind: 'note', text: 'soon', at: toInstant('10:25') });
    const flags = rowsOf(player).map(({ text, flag }) => [text, flag]);
    expect(flags.slice(-2)).toEqual([
      ['late', 'added-later'],
      ['soon', 'live'],
    ]);
  });

  it('[TL18] a time corrected to later than its recording is not flagged as a clock that runs ahead', () => {
    const player = running();
    const [entry] = player.must('10:05', { type: 'RecordEntry', kind: 'note', text: 'moved' });
    player.must('10:20', {
      type: 'CorrectEntry',
      entry: entry.id,
      happenedAt: toInstant('10:12'),
      reason: 'typo',
    });
    expect(rowsOf(player).find(({ text }) => text === 'moved')).toMatchObject({ at: toInstant('10:12'), flag: 'live' });
  });

  it('[TR3] a correction keeps the old words beside the new ones, in one row', () => {
    const player = running();
    const [entry] = player.must('10:05', { type: 'RecordEntry', kind: 'observation', text: '1 940 of 2 000' });
    player.must('10:09', {
      type: 'CorrectEntry',
      entry: entry.id,
      text: '1 490 of 2 000',
      reason: 'wrong graph line',
    });
    const rows = rowsOf(player).filter(({ kind }) => kind === 'observation');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ text: '1 490 of 2 000', earlier: [{ text: '1 940 of 2 000' }] });
  });

  it('[TR4] a withdrawn event stays in its place with who, when and why', () => {
    const player = running();
    const [entry] = player.must('10:05', { type: 'RecordEntry', kind: 'note', text: 'wrong room' });
    player.must('10:06', { type: 'WithdrawEvent', event: entry.id, reason: 'other incident' });
    expect(rowsOf(player).at(-1)).toMatchObject({
      text: 'wrong room',
      withdrawn: { by: 'Ann Lee', reason: 'other incident', at: toInstant('10:06') },
    });
  });

  it('[TR5] an unknown type is shown raw', () => {
    const player = running();
    player.append('10:05', [
      {
        type: 'QuantumStateObserved',
        id: '01JQ00000000000000000000ZZ' as never,
        occurredAt: toInstant('10:05'),
        spin: 'up',
      } as never,
    ]);
    expect(rowsOf(player).at(-1)).toMatchObject({
      kind: 'unknown',
      word: 'QuantumStateObserved',
      text: '{"spin":"up"}',
    });
  });

  it('[TR6] a window that asks after every commit gets what asking once would give, and keeps unchanged rows', () => {
    const player = running();
    const project = createRowProjection();
    const asked = () => project(player.state(), defaultPlaybook);
    asked();
    const [entry] = player.must('10:05', { type: 'RecordEntry', kind: 'observation', text: '1 940 of 2 000' });
    const before = asked();
    player.must('10:06', { type: 'RecordEntry', kind: 'note', text: 'earlier', at: toInstant('09:30') });
    player.must('10:07', { type: 'CorrectEntry', entry: entry.id, text: '1 490 of 2 000' });
    player.must('10:08', { type: 'StarEntry', entry: entry.id, key: true });
    expect(asked()).toEqual(rowsOf(player));
    player.must('10:09', { type: 'WithdrawEvent', event: entry.id, reason: 'wrong incident' });
    expect(asked()).toEqual(rowsOf(player));
    expect(before).not.toEqual(asked());
  });
});

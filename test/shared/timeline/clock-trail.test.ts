import { describe, expect, it } from 'vitest';
import { clockRemarks, clockStretch } from '../../../shared/timeline/clock-trail.ts';
import { createPlayer, type IncidentPlayer, testDigest } from '../../support/incident-player.ts';

const declareAt = (player: IncidentPlayer, at: string) =>
  player.must(at, { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
const note = (player: IncidentPlayer, at: string, text: string) =>
  player.must(at, { type: 'RecordEntry', kind: 'note', text });
const remarks = (player: IncidentPlayer) => {
  const state = player.state();
  return [...clockRemarks(state.clocks)].map(([event, words]) => {
    const logged = state.logById.get(event)?.event;
    return `${logged && 'text' in logged ? logged.text : logged?.type}: ${words.join(', ')}`;
  });
};

describe('where clocks were moved, from the commits alone', () => {
  it('[CE1] a clock that simply runs on leaves no remark, over hours, a change to summer time, another zone', () => {
    const player = createPlayer();
    declareAt(player, '2026-03-28T23:00:00.000Z');
    note(player, '2026-03-29T00:59:59.000Z', 'before summer time');
    note(player, '2026-03-29T01:00:01.500Z', 'behind it');
    note(player, '2026-03-29T09:00:00.000Z', 'in the morning');
    expect(remarks(player)).toEqual([]);
  });

  it('[CE1] a clock set back is told at the last entry before it and the first behind it, once', () => {
    const player = createPlayer();
    declareAt(player, '09:00');
    note(player, '09:10', 'last');
    player.moveClock(-300_000);
    note(player, '09:06', 'first');
    note(player, '09:07', 'second');
    expect(remarks(player)).toEqual(['last: clock moved after this', 'first: clock moved back by 5m 00s']);
  });

  it('[CE1] forward may be a sleep as well, and two seconds are no move', () => {
    const player = createPlayer();
    declareAt(player, '09:00');
    player.moveClock(2_000);
    note(player, '09:05', 'drift');
    player.moveClock(3_600_000);
    note(player, '10:06', 'awake');
    expect(remarks(player)).toEqual([
      'drift: clock moved after this',
      'awake: clock moved 1h 00m forward, or the device slept',
    ]);
  });

  it('[CE1] between two runs of one start of the machine it is found too: the app need not have been open', () => {
    const first = createPlayer();
    declareAt(first, '09:00');
    note(first, '09:10', 'before it was closed');
    const second = createPlayer({ writer: 'later' });
    second.takeIn(first.commits());
    second.moveClock(-120_000);
    note(second, '09:20', 'opened again');
    expect(remarks(second)).toEqual([
      'before it was closed: clock moved after this',
      'opened again: clock moved back by 2m 00s',
    ]);
  });

  it('[CE2] after a start of the machine only a clock that went back can be known, and by how much at least', () => {
    const player = createPlayer();
    declareAt(player, '09:00');
    note(player, '09:10', 'before');
    player.restart();
    note(player, '09:04', 'after');
    note(player, '09:05', 'and on');
    player.restart();
    note(player, '11:00', 'much later');
    expect(remarks(player)).toEqual(['before: clock moved after this', 'after: clock moved back by at least 6m 00s']);
  });

  it('[CE2] a device whose clock stands before what it had read already says whose clock runs ahead, once', () => {
    const ann = createPlayer({ device: 'ann' });
    const bob = createPlayer({ device: 'bob' });
    declareAt(ann, '09:00');
    bob.takeIn(ann.commits());
    note(bob, '09:30', 'from bob, half an hour ahead');
    ann.takeIn(bob.commits());
    note(ann, '09:02', 'had seen it');
    note(ann, '09:03', 'and goes on');
    expect(remarks(ann)).toEqual(['had seen it: this clock is at least 28m 00s behind that of bob']);
    const later = createPlayer({ device: 'ann', writer: 'unaware' });
    later.takeIn(ann.commits().slice(0, 1));
    note(later, '09:04', 'has not seen it');
    expect(remarks(later)).toEqual([]);
  });

  it('[CE2] a clock that is behind another device begins no new stretch, one that was moved does', () => {
    const ann = createPlayer({ device: 'ann' });
    const bob = createPlayer({ device: 'bob' });
    declareAt(ann, '09:00');
    bob.takeIn(ann.commits());
    note(bob, '09:30', 'ahead');
    ann.takeIn(bob.commits());
    note(ann, '09:02', 'behind');
    ann.moveClock(600_000);
    note(ann, '09:14', 'set');
    const { clocks, log } = ann.state();
    const last = log.length - 1;
    expect([last - 1, last].map((index) => clockStretch(clocks, 'ann', index))).toEqual([0, 1]);
    expect(clockStretch(clocks, 'bob', last)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { createRowProjection, projectRows } from '../../../shared/incident/timeline-row.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createPlayer, type IncidentPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

const start = (device = 'ann') => {
  const player = createPlayer({ device });
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  return player;
};
const note = (player: IncidentPlayer, at: string, text: string, given: object = {}) =>
  player.must(at, { type: 'RecordEntry', kind: 'note', text, ...given });
const stateError = (player: IncidentPlayer, at: string, errorMs: number, device?: string) =>
  player.must(at, { type: 'StateClockError', errorMs, against: 'NTP', ...(device ? { device } : {}) });
const corrected = (player: IncidentPlayer) =>
  Object.fromEntries(
    projectRows(player.state(), defaultPlaybook).map((row) => [
      row.text,
      row.corrected && [row.corrected.at?.slice(11, 19), row.corrected.recordedAt.slice(11, 19)],
    ]),
  );

describe('the corrected times of a device whose clock error was stated', () => {
  it('[CE4] stand beside all that the device recorded, before and after the statement; recorded times stay', () => {
    const ann = start();
    note(ann, '09:10', 'early');
    stateError(ann, '09:20', 180_000);
    note(ann, '09:30', 'late');
    expect(corrected(ann)).toMatchObject({ early: ['09:07:00', '09:07:00'], late: ['09:27:00', '09:27:00'] });
    const late = projectRows(ann.state(), defaultPlaybook).find(({ text }) => text === 'late');
    expect(late).toMatchObject({ at: toInstant('09:30'), recordedAt: toInstant('09:30') });
  });

  it('[CE4] a typed moment, and one that was corrected, stay as they are: nobody knows which clock they were read from', () => {
    const ann = start();
    stateError(ann, '09:20', -60_000);
    note(ann, '09:30', 'typed', {
      at: toInstant('09:30'),
      typed: { text: '09:30', zone: 'UTC', offsetMinutes: 0 },
    });
    note(ann, '09:30', 'back-dated', { at: toInstant('09:25') });
    const [moved] = note(ann, '09:40', 'moved');
    ann.must('09:41', { type: 'CorrectEntry', entry: moved.id, happenedAt: toInstant('09:35') });
    expect(corrected(ann)).toMatchObject({
      typed: [undefined, '09:31:00'],
      'back-dated': [undefined, '09:31:00'],
      moved: [undefined, '09:41:00'],
    });
  });

  it('[CE4] the last statement counts; a clock found right, or a statement taken back, shows none', () => {
    const ann = start();
    note(ann, '09:10', 'early');
    const [first] = stateError(ann, '09:20', 180_000);
    stateError(ann, '09:21', 60_000);
    expect(corrected(ann).early).toEqual(['09:09:00', '09:09:00']);
    const [right] = stateError(ann, '09:22', 0);
    expect(corrected(ann).early).toBeUndefined();
    ann.must('09:23', { type: 'WithdrawEvent', event: right.id, reason: 'compared wrongly' });
    expect(corrected(ann).early).toEqual(['09:09:00', '09:09:00']);
    ann.must('09:24', { type: 'WithdrawEvent', event: first.id, reason: 'compared wrongly' });
    expect(corrected(ann).early).toEqual(['09:09:00', '09:09:00']);
  });

  it('[CE4] concern that device alone, whoever states them', () => {
    const ann = start();
    const bob = createPlayer({ device: 'bob' });
    bob.takeIn(ann.commits());
    note(bob, '09:15', 'from bob');
    ann.takeIn(bob.commits());
    note(ann, '09:16', 'from ann');
    stateError(ann, '09:20', 120_000, 'bob');
    expect(corrected(ann)).toMatchObject({ 'from bob': ['09:13:00', '09:13:00'], 'from ann': undefined });
  });

  it('[CE5] hold within the stretch they were stated in: a clock that was set meanwhile begins a new one', () => {
    const ann = start();
    note(ann, '09:10', 'before');
    ann.moveClock(-600_000);
    note(ann, '09:01', 'between');
    stateError(ann, '09:05', 180_000);
    ann.moveClock(300_000);
    note(ann, '09:20', 'behind');
    expect(corrected(ann)).toMatchObject({
      before: undefined,
      between: ['08:58:00', '08:58:00'],
      behind: undefined,
    });
    stateError(ann, '09:21', 20_000);
    expect(corrected(ann)).toMatchObject({
      before: undefined,
      between: ['08:58:00', '08:58:00'],
      behind: ['09:19:40', '09:19:40'],
    });
  });

  it('[CE5] a start of the machine alone begins no new stretch', () => {
    const ann = start();
    note(ann, '09:10', 'before');
    ann.restart();
    stateError(ann, '09:20', 60_000);
    expect(corrected(ann).before).toEqual(['09:09:00', '09:09:00']);
  });

  it('[CE6] a window that grows row by row shows the same as one that opens now', () => {
    const ann = start();
    const project = createRowProjection();
    const compare = () => {
      const state = ann.state();
      expect(project(state, defaultPlaybook)).toEqual(projectRows(state, defaultPlaybook));
    };
    compare();
    note(ann, '09:10', 'first');
    compare();
    stateError(ann, '09:11', 180_000);
    compare();
    ann.moveClock(-300_000);
    note(ann, '09:08', 'set back');
    compare();
    const rows = projectRows(ann.state(), defaultPlaybook);
    expect(rows.find(({ text }) => text === 'set back')?.clock).toEqual(['clock moved back by 5m 00s']);
    expect(rows.find(({ word }) => word === 'Clock')).toMatchObject({
      text: 'The clock of ann is 3m 00s fast against NTP. Figures keep the recorded times.',
      clock: ['clock moved after this'],
    });
  });
});

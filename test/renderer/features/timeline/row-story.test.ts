import { describe, expect, it } from 'vitest';
import {
  correctedWords,
  recordedLater,
  rowAsText,
  rowStory,
} from '../../../../renderer/features/timeline/row-story.ts';
import { projectRows } from '../../../../shared/incident/timeline-row.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

const noted = () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  const [entry] = player.must('10:05', { type: 'RecordEntry', kind: 'observation', text: '1 940 of 2 000' });
  const row = () => {
    const found = projectRows(player.state(), defaultPlaybook).find(({ id }) => id === entry.id);
    if (!found) throw new Error('no row');
    return found;
  };
  return { player, entry: entry.id, row };
};

describe('the words of a row', () => {
  it('[CE9] the corrected time, and a clock that was moved, stand beside; a copied row tells them too', () => {
    const { player, row } = noted();
    expect(correctedWords(row(), 'UTC')).toBeUndefined();
    player.must('10:06', { type: 'StateClockError', errorMs: 180_000, against: 'NTP' });
    expect(correctedWords(row(), 'UTC')).toBe('time corrected 10:02:00');
    const recordedAt = toInstant('10:02');
    expect(correctedWords({ corrected: { recordedAt, errorMs: 1, against: 'NTP' } }, 'UTC')).toBe(
      'recorded 10:02:00 when corrected',
    );
    expect(rowAsText({ ...row(), clock: ['clock moved after this'] }, 'UTC')).toBe(
      '10:05 Observed · 1 940 of 2 000 · time corrected 10:02:00 · clock moved after this · Ann Lee',
    );
  });

  it('[TV1] a correction stands under the old words, which are struck through', () => {
    const { player, entry, row } = noted();
    player.must('10:09', { type: 'CorrectEntry', entry, text: '1 490 of 2 000', reason: 'Wrong graph line.' });
    expect(rowStory(row(), 'UTC')).toEqual([
      { by: '', text: '1 940 of 2 000', reason: '', isStruck: true },
      { by: 'Corrected 10:09 by Ann Lee', text: '1 490 of 2 000', reason: 'Wrong graph line.', isStruck: false },
    ]);
  });

  it('[TV1] of several corrections only the last is not struck through', () => {
    const { player, entry, row } = noted();
    player.must('10:09', { type: 'CorrectEntry', entry, text: '1 490' });
    player.must('10:11', { type: 'CorrectEntry', entry, text: '1 499' });
    expect(rowStory(row(), 'UTC').map(({ isStruck }) => isStruck)).toEqual([true, true, false]);
  });

  it('[TV2] a corrected time names both times and leaves the words standing', () => {
    const { player, entry, row } = noted();
    player.must('10:09', { type: 'CorrectEntry', entry, happenedAt: toInstant('10:01') });
    const story = rowStory(row(), 'UTC');
    expect(story.map(({ isStruck }) => isStruck)).toEqual([false, false]);
    expect(story[1]?.text).toBe('happened 10:01, not 10:05');
  });

  it('[TV3] what was taken back is struck through in every line', () => {
    const { player, entry, row } = noted();
    player.must('10:09', { type: 'WithdrawEvent', event: entry, reason: 'wrong incident' });
    expect(rowStory(row(), 'UTC').every(({ isStruck }) => isStruck)).toBe(true);
    expect(rowAsText(row(), 'UTC')).toBe(
      '10:05 Observed · [struck: 1 940 of 2 000] · taken back by Ann Lee: wrong incident · Ann Lee',
    );
  });

  it('[TV4] a redacted row gives nothing of its text to the clipboard', () => {
    const { player, entry, row } = noted();
    player.must('10:40', { type: 'RedactText', event: entry, why: 'customer name' });
    expect(rowAsText(row(), 'UTC')).toBe('10:05 Observed · redacted 10:40 by Ann Lee: customer name · Ann Lee');
  });

  it('[TV5] lateness is told in whole minutes, cut, and from an hour on in hours', () => {
    expect(recordedLater(toInstant('10:19'), toInstant('10:29:59'))).toBe('recorded 10m later');
    expect(recordedLater(toInstant('10:19'), toInstant('12:24'))).toBe('recorded 2h 05m later');
  });
});

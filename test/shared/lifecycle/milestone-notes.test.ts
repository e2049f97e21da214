import { describe, expect, it } from 'vitest';
import { milestoneNotes } from '../../../shared/lifecycle/milestone-notes.ts';
import { createPlayer, testDigest, testIncident, toInstant } from '../../support/incident-player.ts';

const repaired = () => {
  const player = createPlayer();
  player.must('09:04', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest, severity: 'SEV1' });
  player.must('09:05', { type: 'ReachMilestone', milestone: 'failure', at: toInstant('09:00') });
  player.must('09:15', {
    type: 'ReachMilestone',
    milestone: 'triaged',
    severity: 'SEV1',
    impact: { level: 'partial', text: 'payments fail' },
  });
  player.must('09:32', { type: 'ReachMilestone', milestone: 'identified', cause: 'pool flag' });
  const events = player.must('10:10', {
    type: 'ReachMilestone',
    milestone: 'fixed',
    fix: { change: 'flag off', check: 'test payments pass' },
  });
  const fixed = events.find((event) => event.type === 'MilestoneReached');
  if (!fixed) throw new Error('not fixed');
  return { player, fixed };
};
const notesOf = ({ player }: ReturnType<typeof repaired>) =>
  milestoneNotes(testIncident, player.state().lifecycle, toInstant('10:30'));

describe('what a milestone closed', () => {
  it('[MN1] the phases it stands between and the times that stop at it', () => {
    const story = repaired();
    const note = notesOf(story).get(story.fixed.id);
    expect(note?.moved).toEqual({ from: 'fix', to: 'recover' });
    expect(note?.metrics.find(({ id }) => id === 'ttrRepair')).toEqual({ id: 'ttrRepair', ms: 70 * 60_000 });
  });

  it('[MN2] a corrected claim gives its times to the one that counts and names the better instant', () => {
    const story = repaired();
    const [corrected] = story.player.must('10:20', {
      type: 'CorrectMilestone',
      milestone: 'fixed',
      at: toInstant('10:08'),
      reason: 'log says so',
    });
    const notes = notesOf(story);
    expect(notes.get(story.fixed.id)).toMatchObject({ metrics: [], correctedTo: toInstant('10:08') });
    expect(notes.get(corrected.id)?.metrics).toContainEqual({ id: 'ttrRepair', ms: 68 * 60_000 });
  });
});

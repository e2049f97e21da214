import { describe, expect, it } from 'vitest';
import {
  holderWords,
  impactWords,
  severityWords,
  teamWords,
} from '../../../../renderer/features/handoff/brief-words.ts';
import { projectBrief } from '../../../../shared/incident/brief.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

const running = () => {
  const player = createPlayer();
  player.must('09:07', {
    type: 'DeclareIncident',
    title: 'Checkout fails',
    playbook: testDigest,
    commander: 'Ann Lee',
  });
  return player;
};
const briefOf = (player: ReturnType<typeof createPlayer>) =>
  projectBrief(player.state(), defaultPlaybook, 'ic', toInstant('10:46'));

describe('the words of a brief', () => {
  it('[HB7] say what nobody has said yet', () => {
    const brief = briefOf(running());
    expect(impactWords(brief, 'UTC')).toBe('Not assessed yet.');
    expect(severityWords(brief, 'UTC')).toBe('Severity not chosen yet.');
  });

  it('[HB7] impact now, since when it is good, and how bad it was', () => {
    const player = running();
    player.must('09:10', { type: 'ChangeImpact', level: 'full', text: 'Payments fail', scope: '38 %' });
    expect(impactWords(briefOf(player), 'UTC')).toBe('Impact is full: Payments fail. Reach: 38 %.');
    player.must('10:25', { type: 'ChangeImpact', level: 'none' });
    expect(impactWords(briefOf(player), 'UTC')).toBe('None seen since 10:25. Worst: full. Payments fail. Reach: 38 %.');
  });

  it('[HB7] a lowered severity keeps its worst level in sight', () => {
    const player = running();
    player.must('09:10', { type: 'ChangeSeverity', severity: 'SEV1', reason: 'it grew' });
    player.must('09:40', { type: 'ChangeSeverity', severity: 'SEV2', reason: 'half is back' });
    expect(severityWords(briefOf(player), 'UTC')).toBe('SEV2 since 09:40, at its worst SEV1.');
  });

  it('[HB8] names who holds what, what is open, and the team', () => {
    const player = running();
    player.must('09:10', { type: 'AssignRole', role: 'lead', person: 'Jonas Berg' });
    player.must('09:11', { type: 'JoinRoster', person: 'Mei Tanaka', task: 'orders' });
    const brief = briefOf(player);
    expect(holderWords(brief.holders)).toEqual([
      'Incident Commander: Ann Lee.',
      'Resolution Lead: Jonas Berg.',
      expect.stringMatching(/^Open: .+\. They come to you\.$/),
    ]);
    expect(teamWords(brief)).toBe('Team: Mei Tanaka (orders).');
  });
});

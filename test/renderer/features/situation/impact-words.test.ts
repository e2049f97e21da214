import { expect, test } from 'vitest';
import { impactWords } from '../../../../renderer/features/situation/impact-words.ts';
import { createPlayer, testDigest } from '../../../support/incident-player.ts';

test('[SIT1] the impact line says the level, then numbers and words, and since when there is none', () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'x', playbook: testDigest });
  const words = () => impactWords(player.state().lifecycle, 'UTC');
  expect(words()).toEqual({ lead: 'Nobody has assessed it yet.', rest: '' });
  player.must('09:10', { type: 'ChangeImpact', level: 'full', text: 'Payments fail.', scope: '38 % of payments' });
  expect(words()).toEqual({ lead: 'Full:', rest: '38 % of payments; Payments fail.' });
  player.must('09:25', { type: 'ChangeImpact', level: 'none' });
  expect(words()).toEqual({
    lead: 'None seen since 09:25.',
    rest: 'Before that: 38 % of payments; Payments fail.',
  });
});

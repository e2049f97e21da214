import { expect, test } from 'vitest';
import { commandWords } from '../../../../renderer/features/console/command-words.ts';
import { createPlayer, testDigest } from '../../../support/incident-player.ts';

test('[HB10] who has just handed over reads who has command now, and before that whom it waits for', () => {
  const player = createPlayer();
  player.must('10:00', {
    type: 'DeclareIncident',
    title: 'Checkout fails',
    playbook: testDigest,
    commander: 'Ann Lee',
  });
  const wordsFor = (typer: string) => commandWords(player.state().roles, typer).shown;
  expect(wordsFor('ann lee')).toBe('Hand off command');
  expect(wordsFor('Eva Marin')).toBe('Ann Lee has command');
  // Nobody has said who types: it may be anybody.
  expect(wordsFor('')).toBe('Hand off command');

  const [offer] = player.must('10:20', { type: 'OfferHandoff', role: 'ic', to: 'Dev Patel', risks: [] });
  expect(commandWords(player.state().roles, 'Ann Lee')).toEqual({
    shown: 'Hand-off to Dev Patel waits',
    deed: 'Show it',
  });
  player.must('10:21', { type: 'AcceptHandoff', offer: offer.id, person: 'Dev Patel', risksReadBack: [] });
  expect(commandWords(player.state().roles, 'Ann Lee')).toEqual({
    shown: 'Dev Patel has command',
    deed: 'Hand off command',
  });
  expect(wordsFor('Dev Patel')).toBe('Hand off command');
});

test('[HB10] where nobody has command it can be handed to somebody', () => {
  const player = createPlayer();
  player.must('10:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  expect(commandWords(player.state().roles, 'Ann Lee').shown).toBe('Hand off command');
});

import { expect, it } from 'vitest';
import { offerHints } from '../../../../renderer/features/entry/offer-hints.ts';
import { projectLineContext } from '../../../../shared/incident/line-to-command.ts';
import { offersFor } from '../../../../shared/incident/understand-line.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest } from '../../../support/incident-player.ts';

it('[EL3] an entry is offered with its words, since nobody knows it by number', () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  player.must('09:05', { type: 'GiveTask', owner: 'Mei Tanaka', text: 'drain the queue' });
  const context = projectLineContext(player.state(), defaultPlaybook, 'note');
  const offers = offersFor('!done ann', 9, 'note', context);
  expect(offerHints(offers?.suggestions ?? [], context, player.state())).toEqual([
    { value: 'ann-1', hint: 'drain the queue' },
  ]);
});

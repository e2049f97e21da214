import { expect, test } from 'vitest';
import { listChoices, shownList } from '../../../../renderer/features/checklist/checklist-lists.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest } from '../../../support/incident-player.ts';

test('[CHL1] my list comes first, those that fell back to me behind it, then all others', () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'x', playbook: testDigest, commander: 'Ann Lee', lead: 'Jo' });
  player.must('09:01', { type: 'AssignRole', role: 'comms', person: 'Lena' });
  const lists = listChoices(player.state().roles, defaultPlaybook, 'Ann Lee', 'triage');
  expect(lists.map(({ role, isMine }) => (isMine ? role : `(${role})`))).toEqual([
    'ic',
    'deputy',
    'scribe',
    '(lead)',
    '(team)',
    '(comms)',
  ]);
  expect(shownList(lists, undefined)?.role).toBe('ic');
  expect(shownList(lists, 'lead')?.role).toBe('lead');
  expect(shownList(lists, 'gone')?.role).toBe('ic');
});

test('[CHL2] who has no list sees the first one that there is', () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'x', playbook: testDigest });
  const lists = listChoices(player.state().roles, defaultPlaybook, 'Nobody Known', 'triage');
  expect(lists.every(({ isMine }) => !isMine)).toBe(true);
  expect(shownList(lists, undefined)?.role).toBe('ic');
});

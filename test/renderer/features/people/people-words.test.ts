import { expect, test } from 'vitest';
import { holderWords, taskWords } from '../../../../renderer/features/people/people-words.ts';
import { minutesToMs } from '../../../../shared/kernel/duration.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { initialsOf } from '../../../../shared/roles/initials.ts';
import { roleHolders } from '../../../../shared/roles/role-holders.ts';
import { openTasks } from '../../../../shared/timeline/tasks.ts';
import { createPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

test('[PPL1] initials come from the first and the last name', () => {
  expect(initialsOf('Ann Lee')).toBe('AL');
  expect(initialsOf('  mei   van der Tanaka ')).toBe('MT');
  expect(initialsOf('Óscar')).toBe('Ó');
  expect(initialsOf(' ')).toBe('?');
});

test('[PPL2] a role says who holds it, who stands in, or that nobody does', () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'x', playbook: testDigest });
  const words = (role: string, typer: string) => {
    const holder = roleHolders(player.state().roles, defaultPlaybook).find((other) => other.role === role);
    const { name = '', rest } = holderWords(holder ?? { role, name: role, how: 'open' }, typer);
    return name + rest;
  };
  expect(words('deputy', 'Ann Lee')).toBe('open, nobody');
  player.must('09:01', { type: 'AssignRole', role: 'ic', person: 'Ann Lee' });
  expect(words('ic', 'ann lee')).toBe('Ann Lee, you');
  expect(words('deputy', 'Ann Lee')).toBe('open, held by you');
  expect(words('deputy', 'Bob')).toBe('open, held by Ann Lee');
  player.must('09:02', { type: 'OfferHandoff', role: 'ic', to: 'Bob' });
  expect(words('ic', 'Mei')).toBe('Ann Lee, offered to Bob');
});

test('[PPL3] a task shows its time-box by shape and words, in the rail without blanks', () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'x', playbook: testDigest });
  player.must('10:00', { type: 'GiveTask', owner: 'Mei', text: 'count', timeBoxMs: minutesToMs(10) });
  player.must('10:00', { type: 'GiveTask', owner: 'Bob', text: 'watch' });
  const words = (at: string) =>
    openTasks(player.state().timeline, toInstant(at), defaultPlaybook.settings).map(taskWords);
  expect(words('10:02')[0]).toEqual({ kind: 'running', figure: '8m 00s', after: 'left', short: '8m00s' });
  expect(words('10:06')[0]).toMatchObject({ kind: 'soon' });
  expect(words('10:10:42')[0]).toEqual({ kind: 'over', figure: '42s', after: 'over', short: '-42s' });
  expect(words('10:02')[1]).toMatchObject({ kind: 'waiting', after: 'no time-box' });
});

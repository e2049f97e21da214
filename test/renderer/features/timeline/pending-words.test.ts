import { expect, it } from 'vitest';
import { noteWords } from '../../../../renderer/features/timeline/note-words.ts';
import { pendingWords } from '../../../../renderer/features/timeline/pending-words.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { toInstant } from '../../../support/incident-player.ts';

it('[TV7] a command on its way says what was asked for, in words', () => {
  expect(pendingWords({ type: 'RecordEntry', kind: 'observation', text: 'errors' }, defaultPlaybook)).toEqual({
    word: 'Observed',
    text: 'errors',
  });
  expect(pendingWords({ type: 'GiveTask', owner: 'Mei Tanaka', text: 'drain' }, defaultPlaybook).text).toBe(
    'Task for Mei Tanaka: drain',
  );
  expect(pendingWords({ type: 'AssignRole', role: 'ic', person: 'Bob Ray' }, defaultPlaybook).text).toBe(
    'Incident Commander: Bob Ray',
  );
  expect(pendingWords({ type: 'AdoptPlaybook', playbook: 'p' }, defaultPlaybook).text).toBe('Adopt playbook');
});

it('[TV14] a milestone tells what it closed, and a claim that no longer holds tells why', () => {
  expect(
    noteWords({ moved: { from: 'fix', to: 'recover' }, metrics: [{ id: 'ttrRepair', ms: 4_200_000 }] }, 'UTC'),
  ).toBe('Fix to Recover · Time to Repair 1h 10m, Failure to Fixed');
  const ended = { how: 'fix-failed', at: toInstant('10:20'), reason: 'errors are back' } as const;
  expect(noteWords({ metrics: [], ended }, 'UTC')).toBe('No longer holds: errors are back');
  expect(noteWords({ metrics: [] }, 'UTC')).toBeUndefined();
});

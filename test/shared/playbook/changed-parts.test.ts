import { expect, test } from 'vitest';
import { changedParts } from '../../../shared/playbook/changed-parts.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';

test('[MS46] the parts that differ are named, and nothing where nothing does', () => {
  expect(changedParts(defaultPlaybook, defaultPlaybook)).toEqual([]);
  const other = {
    ...defaultPlaybook,
    settings: { ...defaultPlaybook.settings, ackMinutes: 7 },
    people: [{ id: 'ann', name: 'Ann Lee', role: 'on call', phones: ['+44 1'], note: '' }],
  };
  expect(changedParts(defaultPlaybook, other)).toEqual([
    'Settings: time-boxes, watch windows, limits',
    'People and their numbers',
  ]);
});

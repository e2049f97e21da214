import { beforeAll, expect, test, vi } from 'vitest';
import type { zoneChoices as ZoneChoices } from '../../../renderer/state/zone-choice.ts';

let zoneChoices: typeof ZoneChoices;
beforeAll(async () => {
  vi.stubGlobal('document', { addEventListener: () => undefined, hidden: false });
  ({ zoneChoices } = await import('../../../renderer/state/zone-choice.ts'));
});

const choices = (chosen: string | null) => zoneChoices({ chosen, device: 'Europe/Berlin', playbook: 'UTC' });
const checked = (chosen: string | null) =>
  choices(chosen)
    .filter(({ isChecked }) => isChecked)
    .map(({ label }) => label);

test('[VW2] the menu offers the playbook, this device, UTC, what was typed, and the way to type another', () => {
  expect(choices(null).map(({ label }) => label)).toEqual([
    'As the playbook says',
    'Local time',
    'UTC',
    'Another zone',
  ]);
  expect(choices('Asia/Tokyo').map(({ label }) => label)).toContain('Asia/Tokyo');
});

test('[VW2] exactly the chosen one is marked', () => {
  expect(checked(null)).toEqual(['As the playbook says']);
  expect(checked('local')).toEqual(['Local time']);
  expect(checked('UTC')).toEqual(['UTC']);
  expect(checked('Asia/Tokyo')).toEqual(['Asia/Tokyo']);
});

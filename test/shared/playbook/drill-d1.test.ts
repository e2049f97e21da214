import { expect, test } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { drillD1 } from '../../../shared/playbook/drill-d1.ts';

test('[DL1] D1 holds the ten injects in order', () => {
  const rows = drillD1.injects.map(({ due, channel, withinMinutes }) => {
    const when = due.kind === 'at' ? due.minutes : `${due.kind} +${due.minutes}`;
    return `${when} ${channel}${withinMinutes ? ` (${withinMinutes})` : ''}`;
  });
  expect(rows).toEqual([
    '0 alert (5)',
    '2 alert',
    '4 chat (10)',
    '8 chat',
    '12 call',
    '15 monitor (10)',
    '18 chat (5)',
    'after-order +5 monitor',
    'after-inject +7 monitor',
    '38 mail',
  ]);
});

test('[DL1] every name in D1 leads somewhere, and all is over in time', () => {
  const injectIds = drillD1.injects.map(({ id }) => id);
  expect(new Set(injectIds).size).toBe(injectIds.length);
  for (const { due } of drillD1.injects) if (due.kind === 'after-inject') expect(injectIds).toContain(due.inject);
  for (const { due } of drillD1.injects) if (due.kind === 'at') expect(due.minutes).toBeLessThan(drillD1.lengthMinutes);
  const { severities, factors, roles } = defaultPlaybook;
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  expect(idsOf(severities)).toEqual(expect.arrayContaining([...drillD1.severityTruth]));
  expect(idsOf(factors)).toEqual(expect.arrayContaining([...drillD1.hiddenTruth.factors]));
  expect(idsOf(roles)).toEqual(expect.arrayContaining([...drillD1.roles]));
});

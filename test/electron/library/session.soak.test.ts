import { describe, expect, it } from 'vitest';
import { refusals } from '../../torture/refusals.ts';
import { createRandom } from '../../torture/row.ts';
import { soak } from '../../torture/soak.ts';

describe('a library that runs for long', () => {
  it('[AT8] loses and doubles nothing on a failing disk, and holds no more memory and files than a fresh one', async () => {
    const row = await soak({ events: 960, incidents: 3, burst: 160, faultRate: 1 / 12 }, createRandom(8));
    expect(row.losses).toEqual([]);
    expect(row.acknowledged).toBeGreaterThanOrEqual(960);
    expect(row.faults).toBeGreaterThan(20);
  }, 120_000);

  it('[AT9] keeps nothing of what was refused or failed', async () => {
    expect(await refusals(20_000, 1_000_000)).toMatchObject({ losses: [] });
  }, 120_000);
});

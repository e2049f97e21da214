import { openHoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { resizeTo } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';
import { libraryOptions } from '../support/made-library.ts';

const longTitle = 'Checkout and payment gateway reconciliation fails for customers who pay with vouchers, region';
const longService = 'checkout-and-payment-gateway-reconciliation-northern';

const declareMany = async (folder: string, count: number): Promise<void> => {
  const library = await openHoldfastLibrary(libraryOptions(folder));
  try {
    for (let n = 0; n < count; n += 1)
      await library.execute({
        id: `declare-${n}` as CommandId,
        incident: `01JQ${String(n).padStart(22, '0')}` as IncidentId,
        command: {
          type: 'DeclareIncident',
          title: `${longTitle} ${n}`,
          services: [longService, 'orders'],
          playbook: library.playbook().digest,
        },
        by: { person: 'Ann Lee', device: 'ann' },
        zone: 'UTC',
      });
  } finally {
    await library.close();
  }
};

test('[LI13] thirty long titles with long services stay inside the list, and the page does not scroll', async ({
  launch,
  folder,
}) => {
  await declareMany(folder, 30);
  const app = await launch({ library: folder });
  const list = app.page.getByRole('region', { name: 'Incidents' });
  await expect(list.getByRole('row')).toHaveCount(31);
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ]) {
    await resizeTo(app, size);
    const page = await app.page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    expect(page[0]).toBeLessThanOrEqual(page[1] ?? 0);
    const sideways = await list.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    const title = await list.getByRole('button', { name: longTitle }).first().boundingBox();
    expect(title?.width).toBeGreaterThan(size.width / 8);
    const row = await list.getByRole('row').filter({ hasText: longTitle }).first().boundingBox();
    expect(row?.height).toBeLessThan(120);
  }
});

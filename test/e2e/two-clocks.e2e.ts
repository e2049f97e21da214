import type { Page } from '@playwright/test';
import { declare, resizeTo } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

const header = (page: Page) => page.getByRole('banner');

for (const size of [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
]) {
  test(`[CK20] local time and UTC stand side by side at ${size.width} x ${size.height}`, async ({ launch }) => {
    const app = await launch({ env: { TZ: 'Europe/Prague' } });
    const { page } = app;
    await declare(page, 'Checkout: payments spin, then fail');
    await resizeTo(app, size);
    const [shown, other] = [header(page).getByText(/^\d\d:\d\d:\d\d$/), header(page).getByText(/^\d\d:\d\d UTC$/)];
    for (const part of [shown, header(page).getByRole('button', { name: /^CES?T: times are shown/ }), other])
      await expect(part).toBeInViewport({ ratio: 1 });
    await expect(header(page).getByRole('heading', { name: 'Checkout: payments spin' })).toBeInViewport({ ratio: 1 });
    // Whatever the header holds, it fits: nothing is pushed out of the window.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0);
  });
}

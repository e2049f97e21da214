import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { entryLine, expectRecorded, openFromLibrary, rowsSaying, typeAndEnter } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';
import { makeIncident } from '../support/made-library.ts';
import { percentile, processorUse, tasksDuring } from '../support/performance.ts';

const title = 'A long night';
const many = 10_000;
const longTaskMs = 50;
const endKeyMs = 200;
/** With the flush of the disk and the pauses in which the test looks. */
const oneMoreMs = 2_000;

/** What a processor shared with others measures more or less of the same work. */
const noisePercent = 2;

const totalOf = (use: Readonly<Record<string, number>>): number =>
  Object.values(use).reduce((sum, percent) => sum + percent, 0);

test(
  '[PF1, PF2, PF3, CK26] 10,000 entries scroll smoothly, jump to the end at once, and take one more',
  { tag: '@alone' },
  async ({ launch, folder }, info) => {
    test.setTimeout(180_000);
    const library = join(folder, 'library');
    const made = await makeIncident(library, title, many);
    const last = made.texts.at(-1) ?? '';
    const { page, electron } = await launch({ library });
    const report = (what: string, value: unknown) => {
      info.annotations.push({ type: 'figure', description: `${what}: ${JSON.stringify(value)}` });
      console.log(`    ${what}: ${JSON.stringify(value)}`);
    };

    const openedAt = Date.now();
    await openFromLibrary(page, title);
    await expect(rowsSaying(page, last)).toHaveCount(1, { timeout: 30_000 });
    report('open, ms', Date.now() - openedAt);

    const list = page.getByRole('list', { name: 'Entries' });
    await list.hover();
    const scrolling = await tasksDuring(electron, async () => {
      for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, -600);
      for (let step = 0; step < 10; step += 1) await page.mouse.wheel(0, -30_000);
      for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, 600);
    });
    // Tasks that do next to nothing would hide the ones that draw.
    const drawing = scrolling.cpuMs.filter((ms) => ms >= 1);
    report('tasks while scrolling', {
      all: scrolling.cpuMs.length,
      drawing: drawing.length,
      p95CpuMs: percentile(drawing, 0.95),
      longestCpuMs: percentile(drawing, 1),
      p95WallMs: percentile(
        scrolling.wallMs.filter((ms) => ms >= 1),
        0.95,
      ),
      longestWallMs: percentile(scrolling.wallMs, 1),
    });
    expect(percentile(drawing, 0.95)).toBeLessThan(longTaskMs);

    const jumps: number[] = [];
    for (let jump = 0; jump < 5; jump += 1) {
      await list.focus();
      await page.keyboard.press('Home');
      await expect(rowsSaying(page, 'entry 1:')).toHaveCount(1);
      jumps.push(await msUntilShown(page, last, 'End'));
    }
    report('End key, ms', jumps);
    expect(percentile(jumps, 0.5)).toBeLessThan(endKeyMs);

    await entryLine(page).focus();
    let tookMs = 0;
    const adding = await tasksDuring(electron, async () => {
      const typedAt = Date.now();
      await typeAndEnter(page, 'one more after ten thousand');
      await expectRecorded(page, 'one more after ten thousand');
      tookMs = Date.now() - typedAt;
    });
    report('one more entry, ms', tookMs);
    expect(tookMs).toBeLessThan(oneMoreMs);
    report('longest task of one more entry, CPU ms', percentile(adding.cpuMs, 1));

    const visible = await processorUse(electron, 4_000);
    report('processor use, visible, %', visible);
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    await tellHidden(page, true);
    const clock = page.getByRole('banner').getByRole('time').first();
    const stoodAt = await clock.textContent();
    // What the last visible second began is still under way.
    await processorUse(electron, 1_000);
    const hidden = await processorUse(electron, 4_000);
    report('processor use, hidden, %', hidden);
    expect(totalOf(hidden)).toBeLessThanOrEqual(totalOf(visible) + noisePercent);
    expect(await clock.textContent()).toBe(stoodAt);
    await tellHidden(page, false);
    await expect(clock).not.toHaveText(stoodAt ?? '');
  },
);

/** As a window that is hidden tells its page. Playwright holds every page for visible, whatever its window does. */
function tellHidden(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

/** From the key until a row is drawn that says this. */
function msUntilShown(page: Page, text: string, key: string): Promise<number> {
  const shown = page.evaluate(
    ([wanted, wantedKey]) =>
      new Promise<number>((resolve) => {
        document.addEventListener(
          'keydown',
          (event) => {
            if (event.key !== wantedKey) return;
            const pressedAt = event.timeStamp;
            const look = () => {
              const rows = [...document.querySelectorAll('[role="listitem"][data-index]')];
              const isShown = rows.some((row) => row.textContent?.includes(wanted));
              if (isShown) resolve(Math.round(performance.now() - pressedAt));
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      }),
    [text, key] as const,
  );
  // The listener has to stand before the key comes.
  return page
    .evaluate(() => null)
    .then(() => page.keyboard.press(key))
    .then(() => shown);
}

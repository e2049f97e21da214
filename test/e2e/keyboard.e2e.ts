import type { Page } from '@playwright/test';
import { launchBusy } from '../support/busy-app.ts';
import { entryLine, runCommand } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

test.setTimeout(120_000);

test('[AX2] the focus can be seen wherever Tab takes it', async ({ launch, folder }) => {
  const { page } = await launchBusy(launch, folder);
  // Without transitions: a look is compared at once.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await entryLine(page).focus();
  const unseen: string[] = [];
  for (let stop = 0; stop < 70; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return null;
      const lookOf = () => {
        const looks: string[] = [];
        for (let at: HTMLElement | null = focused, up = 0; at && up < 4; at = at.parentElement, up += 1) {
          const { outlineStyle, outlineWidth, outlineColor, borderColor, boxShadow } = getComputedStyle(at);
          looks.push(
            [outlineStyle === 'none' ? '' : outlineStyle + outlineWidth + outlineColor, borderColor, boxShadow].join(),
          );
        }
        return looks.join(' | ');
      };
      const withFocus = lookOf();
      focused.blur();
      const without = lookOf();
      focused.focus({ preventScroll: true });
      return withFocus === without ? focused.outerHTML.slice(0, 160) : null;
    });
    if (found) unseen.push(found);
  }
  expect([...new Set(unseen)]).toEqual([]);
});

test('[AX3] F6 goes round the regions of the console, Shift F6 back', async ({ launch, folder }) => {
  const { page } = await launchBusy(launch, folder);
  await entryLine(page).focus();
  const visited: string[] = [];
  for (let press = 0; press < 14; press += 1) {
    await page.keyboard.press('F6');
    visited.push(await nameOfFocused(page));
  }
  for (const name of [
    'Clocks',
    'Next',
    'Roles',
    'Tasks',
    'Checklist',
    'Situation',
    'Timeline',
    'Updates',
    'Decisions',
    'Hypotheses',
  ])
    expect(visited).toContain(name);
  await page.keyboard.press('Shift+F6');
  expect(await nameOfFocused(page)).toBe(visited.at(-2));
});

test('[AX4] on every screen each action that can be done now is in the palette, and no key means two of them', async ({
  launch,
  folder,
}) => {
  const { page } = await launchBusy(launch, folder);
  const seen = new Map<string, readonly string[]>();
  const look = async (screen: string) => {
    await page.keyboard.press('Control+k');
    const items = page.getByRole('dialog', { name: 'Commands' }).getByRole('menuitem');
    await expect(items.first()).toBeVisible();
    const commands = await items.evaluateAll((all) =>
      all.map((item) => ({
        label: item.querySelector('span span')?.textContent ?? '',
        keys: item.querySelector('kbd')?.textContent ?? '',
      })),
    );
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    seen.set(
      screen,
      commands.map(({ label }) => label),
    );
    const keys = commands.map((command) => command.keys).filter((each) => each !== '');
    expect(keys.length, screen).toBeGreaterThan(3);
    expect(
      keys.filter((each, index) => keys.indexOf(each) !== index),
      `keys with two meanings: ${screen}`,
    ).toEqual([]);
  };
  await look('console');
  await page.keyboard.press('Alt+u');
  await look('composer');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Show the brief');
  await look('hand-off');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+r');
  await look('review');
  await runCommand(page, 'Back to the console');
  await page.keyboard.press('Control+Shift+p');
  await look('contacts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+l');
  await look('library');
  const screens = [...seen];
  const hasOn = (screen: string, label: string) => screens.find(([name]) => name === screen)?.[1].includes(label);
  expect(hasOn('composer', 'Copy update')).toBe(true);
  expect(hasOn('composer', 'Mark as sent')).toBe(true);
  expect(hasOn('contacts', 'Print the contacts')).toBe(true);
  expect(hasOn('review', 'Export review')).toBe(true);
  expect(hasOn('console', 'Go to the next region')).toBe(true);
  expect(hasOn('library', 'Declare incident')).toBe(true);
});

function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      document.activeElement?.getAttribute('aria-label') ??
      document.activeElement?.querySelector('h2')?.textContent ??
      '',
  );
}

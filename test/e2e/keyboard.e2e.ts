import type { Page } from '@playwright/test';
import { declare, entryLine, rowsSaying, runCommand } from '../support/console-page.ts';
import { controlsOnScreen } from '../support/controls-on-screen.ts';
import { expect, test } from '../support/electron-app.ts';
import { controlsWithoutCommand, withoutCommand } from '../support/palette-words.ts';
import { testInBusyApp, testInOneApp } from '../support/shared-app.ts';

testInBusyApp('[AX2] the focus can be seen wherever Tab takes it', async ({ holdfast: { page } }) => {
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

testInBusyApp('[AX3] F6 goes round the regions of the console, Shift F6 back', async ({ holdfast: { page } }) => {
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

testInBusyApp(
  '[AX4] [KY40] on every screen whatever can be pressed has a command in the palette, in words of its own, and no key means two',
  async ({ holdfast: { page } }) => {
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const seen = new Set<string>();
    const look = async (screen: string) => {
      const controls = await controlsOnScreen(page);
      for (const { name } of controls) seen.add(name);
      const commands = await commandsOfPalette(page);
      const labels = commands.map(({ label }) => label);
      const keys = commands.map((command) => command.keys).filter((each) => each !== '');
      expect(controls.length, screen).toBeGreaterThan(5);
      expect(keys.length, screen).toBeGreaterThan(3);
      expect(controlsWithoutCommand(controls, labels, title), `no command for: ${screen}`).toEqual([]);
      expect(twice(labels), `words with two meanings: ${screen}`).toEqual([]);
      expect(twice(keys), `keys with two meanings: ${screen}`).toEqual([]);
    };
    await look('console');
    await rowsSaying(page, 'Checkout errors 38 %').first().hover();
    await look('console, a row under the pointer');
    await page.setViewportSize({ width: 1024, height: 700 });
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1024);
    await look('console, narrow');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.keyboard.press('Alt+u');
    await page.getByRole('textbox', { name: /draft$/ }).fill('Ann broke db-7, nobody knows why.');
    await look("composer, a text of one's own");
    await page.keyboard.press('Alt+0');
    await expect(page.getByRole('textbox', { name: /draft$/ })).not.toHaveValue('Ann broke db-7, nobody knows why.');
    await look('composer, the no-change text');
    await runCommand(page, 'Write an update: Public');
    await expect(page.getByRole('textbox', { name: /^Public.*draft$/ })).toBeVisible();
    await look('composer, public');
    await runCommand(page, 'Correct or take back the last update: Public');
    await expect(page.getByRole('textbox', { name: 'What we wrote' })).toBeVisible();
    await look('composer, a correction');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+h');
    await page.getByRole('dialog').getByRole('combobox').first().fill('Bo Chen');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('complementary', { name: 'Acceptance' })).toBeVisible();
    await look('hand-off');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+r');
    await expect(page.getByRole('textbox', { name: /, Markdown$/ })).toBeVisible();
    await look('review');
    await runCommand(page, 'Back to the console');
    await page.keyboard.press('Control+Shift+p');
    await expect(page.getByRole('heading', { name: 'Contacts', level: 1 })).toBeVisible();
    await look('contacts');
    await runCommand(page, 'Change the contact of Ann Lee');
    await expect(page.getByRole('group', { name: 'Ann Lee' })).toBeVisible();
    await look('contacts, one of them changed');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
    await look('library');
    // An exception that nothing on any screen needs would hide what comes later.
    for (const { name } of withoutCommand) expect([...seen].some((each) => name.test(each))).toBe(true);
  },
);

testInBusyApp('[KY40] a control that no command stands for is found', async ({ holdfast: { page } }) => {
  await page.evaluate(() => {
    const planted = document.createElement('button');
    planted.textContent = 'Page the board';
    document.querySelector('section[aria-label="Roles"]')?.append(planted);
  });
  const labels = (await commandsOfPalette(page)).map(({ label }) => label);
  const missing = controlsWithoutCommand(await controlsOnScreen(page), labels, 'Checkout payments fail');
  expect(missing.map(({ name }) => name)).toEqual(['Page the board']);
  await page.evaluate(() =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Page the board')?.remove(),
  );
});

testInBusyApp('[KY41] what stands on screen alone is done from the palette', async ({ holdfast: { page } }) => {
  await runCommand(page, 'Tick on the checklist of Incident Commander: Record the decision');
  await expect(page.getByRole('checkbox', { name: /^Record the decision/ })).toBeChecked();
  await runCommand(page, 'Show the checklist: Scribe');
  await runCommand(page, 'Tick on the checklist of Scribe: Log option list and choice');
  await expect(page.getByRole('checkbox', { name: /^Log option list and choice/ })).toBeChecked();
  await runCommand(page, 'Timeline, kind of entries: Alerts');
  await expect(page.getByRole('button', { name: 'Kind of entries: Alerts' })).toBeVisible();
  await runCommand(page, 'Timeline: every kind of entries');
  await page.keyboard.press('Alt+u');
  const draft = page.getByRole('textbox', { name: /draft$/ });
  await draft.fill('A text of my own.');
  await runCommand(page, 'Use the no-change text');
  await expect(draft).not.toHaveValue('A text of my own.');
  await runCommand(page, 'Put my text back');
  await expect(draft).toHaveValue('A text of my own.');
});

testInOneApp(
  '[KY46] [KY47] a global key is changed in a dialog, and one that means something here is refused in words',
  async ({ holdfast }) => {
    const { page, electron } = holdfast;
    await runCommand(page, 'Global keys: change the keys over all programs');
    const dialog = page.getByRole('dialog', { name: 'Global keys' });
    const capture = dialog.getByRole('textbox', { name: 'Open the capture line over all windows' });
    await expect(capture).toBeFocused();
    await capture.press('Control+k');
    await expect(capture).toHaveValue('Ctrl+K');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toContainText('In this window it means “Find a command”. Choose another.');
    await capture.press('Control+Alt+k');
    await expect(capture).toHaveValue('Ctrl+Alt+K');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect
      .poll(() => electron.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Alt+K')))
      .toBe(true);
    const commands = await commandsOfPalette(page);
    expect(commands.find(({ label }) => label === 'Open the capture line over all windows')?.keys).toBe('Ctrl Alt K');
  },
);

/** What the palette lists now; it is closed again. */
async function commandsOfPalette(page: Page) {
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
  return commands;
}

function twice(texts: readonly string[]): readonly string[] {
  return texts.filter((each, index) => texts.indexOf(each) !== index);
}

function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      document.activeElement?.getAttribute('aria-label') ??
      document.activeElement?.querySelector('h2')?.textContent ??
      '',
  );
}

test('[AX6] the review and the library that open have the focus where their keys work', async ({
  holdfast: { page },
}) => {
  await declare(page, 'Checkout fails');
  await page.keyboard.press('Control+l');
  await declare(page, 'Mail is late');
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('textbox', { name: /, Markdown$/ })).toBeFocused();
  await page.keyboard.press('Control+l');
  const row = (name: string) => page.getByRole('region', { name: 'Incidents' }).getByRole('button', { name });
  await expect(row('Mail is late')).toBeFocused();
  await expect(page.getByRole('contentinfo')).toContainText('No incident is shown here');
  await page.keyboard.press('ArrowDown');
  await expect(row('Checkout fails')).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search incidents' })).toBeFocused();
  // Over the list of commands too, which gives the focus back as it closes.
  await row('Checkout fails').press('Enter');
  await runCommand(page, 'Show the library');
  await expect(row('Checkout fails')).toBeFocused();
});

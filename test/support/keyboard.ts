import { expect, type Locator, type Page } from '@playwright/test';
import { expectToTakeKeys, untilCommandRan } from './console-page.ts';

/** A person at the console who has no mouse. */
export interface Keyboard {
  readonly press: (keys: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Goes on with Tab until this has the focus; fails when the whole round did not come by. */
  readonly goTo: (target: Locator) => Promise<void>;
  /** Replaces what stands in the field; one that suggests is left again. */
  readonly fill: (field: Locator, text: string) => Promise<void>;
  /** Chooses in a set of radio buttons with the arrow keys. */
  readonly choose: (set: Locator, option: RegExp | string) => Promise<void>;
  /** Chooses in a list that opens. */
  readonly pick: (button: Locator, option: string) => Promise<void>;
  /** Finds a command by its words and runs it. */
  readonly command: (words: string) => Promise<void>;
  /** Types a line where one types at the console and presses Enter; it is on its way to the disk then. */
  readonly record: (line: string) => Promise<void>;
  /** Ctrl Enter in a dialog, until it is gone. */
  readonly finish: (dialog: Locator) => Promise<void>;
}

const mostStops = 150;

export const createKeyboard = (page: Page): Keyboard => {
  const press = (keys: string) => page.keyboard.press(keys);
  const type = (text: string) => page.keyboard.insertText(text);
  const goTo = async (target: Locator) => {
    await expect(target).toHaveCount(1);
    // Held on to: to find it by its role at every stop asks about each element of the screen.
    let held = await target.elementHandle();
    for (let stop = 0; stop < mostStops; stop += 1) {
      const seen = await held?.evaluate((element) => ({
        isThere: element.isConnected,
        hasFocus: element === document.activeElement,
      }));
      if (seen?.hasFocus) return;
      if (!seen?.isThere) held = await target.elementHandle();
      await press('Tab');
    }
    throw new Error(`Tab does not lead to ${target}`);
  };
  const entry = page.getByRole('textbox', { name: 'Log entry' });
  return {
    press,
    type,
    goTo,
    async fill(field, text) {
      await goTo(field);
      await press('Control+a');
      await (text === '' ? press('Delete') : type(text));
      await expect(field).toHaveValue(text);
      if ((await field.getAttribute('role')) !== 'combobox') return;
      // Suggestions lie over the rest until the field is left; what was typed stands.
      await press('Tab');
      await expect(field).toHaveAttribute('aria-expanded', 'false');
      await expect(field).toHaveValue(text);
    },
    async choose(set, option) {
      const wanted = set.getByRole('radio', { name: option, exact: true });
      const focused = set.locator(':focus');
      await expect(set).toBeVisible();
      for (let stop = 0; (await focused.count()) === 0; stop += 1) {
        if (stop === mostStops) throw new Error(`Tab does not lead to ${set}`);
        await press('Tab');
      }
      await press('Space');
      for (let step = 0; step < 10 && !(await wanted.isChecked()); step += 1) await press('ArrowRight');
      await expect(wanted).toBeChecked();
    },
    async pick(button, option) {
      await goTo(button);
      await press('Enter');
      const list = page.getByRole('listbox');
      await expectToTakeKeys(list);
      // A list is searched by the keys themselves, not by text that is put in. Where a key comes more than a second after
      // the one before, the search begins anew: then all of them are pressed once more, as a person would.
      await expect(async () => {
        await page.keyboard.type(option);
        await expect(list.getByRole('option', { name: option, exact: true })).toBeFocused({ timeout: 2_000 });
      }).toPass();
      await press('Enter');
      await expect(list).toBeHidden();
      await expect(button).toContainText(option);
    },
    async command(words) {
      await press('Control+k');
      const palette = page.getByRole('dialog', { name: 'Commands' });
      await expectToTakeKeys(palette);
      await type(words);
      const first = palette.getByRole('menuitem').first();
      await expect(first).toContainText(words);
      // The one that Enter runs.
      await expect(first).toHaveAttribute('data-focused', 'true');
      await press('Enter');
      await expect(palette).toBeHidden();
      await untilCommandRan(page);
    },
    async record(line) {
      await press('Control+j');
      await expect(entry).toBeFocused();
      await type(line);
      await press('Enter');
      await expect(entry).toHaveValue('');
    },
    async finish(dialog) {
      await expectToTakeKeys(dialog);
      await press('Control+Enter');
      await expect(dialog).toBeHidden();
    },
  };
};

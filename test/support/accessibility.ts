import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules that look at colours. What all others look at is the same in both themes. */
const colourRules: string[] = ['color-contrast', 'link-in-text-block'];

const themes = [
  { theme: 'light', rules: null },
  { theme: 'dark', rules: colourRules },
] as const;

/**
 * Fails with every violation that axe finds on what is shown now, by all its rules, and of its colours in both themes.
 * @param within a selector, where the rest of the page is looked at by another test
 */
export const expectAccessible = async (page: Page, what: string, within = 'html'): Promise<void> => {
  for (const { theme, rules } of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    // Without its legacy mode axe opens a page of its own, which Electron refuses.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).include(within);
    const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    );
    expect.soft(found, `${what}, ${theme}`).toEqual([]);
  }
};

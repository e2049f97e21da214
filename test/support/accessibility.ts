import { expect, type Page } from '@playwright/test';
import axe, { type ContextObject, type RunOptions } from 'axe-core';

/** The rules that look at colours. What all others look at is the same in both themes. */
const colourRules = ['color-contrast', 'link-in-text-block'];

const themes: readonly { readonly theme: 'light' | 'dark'; readonly rules: RunOptions }[] = [
  { theme: 'light', rules: {} },
  { theme: 'dark', rules: { runOnly: colourRules } },
];

/**
 * Fails with every violation that axe finds on what is shown now, by all its rules, and of its colours in both themes.
 * @param within a selector, where the rest of the page is looked at by another test
 */
export const expectAccessible = async (page: Page, what: string, within = 'html'): Promise<void> => {
  // Once for a page: reading the whole of axe takes longer than its look at a dialog.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  for (const { theme, rules } of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const violations = await page.evaluate(runAxe, { context: { include: [[within]] }, options: rules });
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    );
    expect.soft(found, `${what}, ${theme}`).toEqual([]);
  }
};

/** In the page, which has read axe. */
const runAxe = async ({ context, options }: { context: ContextObject; options: RunOptions }) => {
  const { axe: there } = window as unknown as { axe: typeof axe };
  // Whatever else it found is not asked for, and costs time to gather.
  return (await there.run(context, { ...options, resultTypes: ['violations'] })).violations;
};

import type { Page } from '@playwright/test';

/**
 * Adds to `shown` every text that the window has shown as recorded, as it shows it: also that of the last moment before a kill. Texts
 * are told apart by a mark in brackets, `[k1-2]`: only those are looked for, and the mark stands for the text.
 */
export const watchShownRows = async (page: Page, shown: Set<string>): Promise<void> => {
  const lead = 'shown as recorded: ';
  page.on('console', (message) => {
    if (message.text().startsWith(lead)) shown.add(message.text().slice(lead.length));
  });
  await page.evaluate((said) => {
    const told = new Set<string>();
    setInterval(() => {
      for (const row of document.querySelectorAll('[role="listitem"]')) {
        const text = row.textContent ?? '';
        const [mark] = /\[[\w-]+\]/.exec(text) ?? [];
        if (mark === undefined || told.has(mark) || /recording|not on disk yet/.test(text)) continue;
        told.add(mark);
        console.log(`${said}${mark}`);
      }
    }, 5);
  }, lead);
};

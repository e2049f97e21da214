import { join } from 'node:path';
import { setClockFile } from '../support/clock-file.ts';
import { declare, runCommand, timeline, typeAndEnter } from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';

const clockIn = (folder: string) => {
  const clockFile = join(folder, 'clock');
  const clock = (at: string) => setClockFile(clockFile, `2026-03-02T${at}:00.000Z`);
  return { clockFile, clock };
};

test('[CM20] a sent update is corrected in the composer; both stay, and the clipboard holds text and paragraphs', async ({
  launch,
  folder,
}) => {
  const { clockFile, clock } = clockIn(folder);
  clock('10:00');
  const app = await launch({ clockFile });
  const { page } = app;
  const draft = page.getByRole('textbox', { name: /draft$/ });
  const sent = page.getByRole('region', { name: 'Sent to the public' });
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!sev 2 many orders fail');
  await expect(page.getByRole('banner')).toContainText('SEV2');
  await typeAndEnter(page, '!upd public');
  const text = 'Checkout is down for about 400 <customers>.\nWe are on it.\n\nNext update by 10:20 UTC.';
  await draft.fill(text);
  await page.getByRole('button', { name: 'Copy update' }).click();
  await expect(page.getByText(/^Copied at/)).toBeVisible();
  expect(await clipboardOf(app)).toEqual({
    plain: text,
    html: '<p>Checkout is down for about 400 &lt;customers&gt;.<br>We are on it.</p><p>Next update by 10:20 UTC.</p>',
  });
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(sent).toContainText('1, kept as sent');

  clock('10:12');
  await sent.getByRole('listitem').getByRole('button').first().click();
  await sent.getByRole('button', { name: 'Correct update 1' }).click();
  await page.getByRole('textbox', { name: 'What we wrote' }).fill('about 400 <customers>');
  await page.getByRole('textbox', { name: 'What is right' }).fill('about 40 customers');
  await expect(draft).toHaveValue(/about 400 <customers>[\s\S]*about 40 customers/);
  await page.getByRole('button', { name: 'Copy update' }).click();
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(sent).toContainText('2, kept as sent');
  await expect(sent.getByRole('listitem').filter({ hasText: 'corrected' })).toHaveCount(1);
  await expect(sent.getByRole('listitem').filter({ hasText: 'Correction' })).toHaveCount(1);

  await page.keyboard.press('Escape');
  // What people read stays where it was, word for word.
  await expect(timeline(page)).toContainText('Checkout is down for about 400 <customers>.');
  await expect(timeline(page)).toContainText('about 40 customers');
});

test('[MSF20] a milestone is corrected with a range and evidence, and the figures move as its dialog foretold', async ({
  launch,
  folder,
}) => {
  const { clockFile, clock } = clockIn(folder);
  clock('09:10');
  const { page } = await launch({ clockFile });
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+n');
  await dialog.getByRole('textbox', { name: 'What is wrong' }).fill('Checkout fails');
  await dialog.getByRole('textbox', { name: 'Noticed' }).fill('09:04');
  await dialog.getByRole('textbox', { name: 'Harm began' }).fill('09:00');
  await page.keyboard.press('Control+Enter');
  const clocks = page.getByRole('region', { name: 'Clocks' });
  await expect(clocks).toContainText('4m 00s');

  clock('09:20');
  await runCommand(page, 'Show all milestones, correct or take back');
  await dialog.getByRole('button', { name: /^Correct.*Failure/ }).click();
  await dialog.getByRole('textbox', { name: 'When' }).fill('08:55');
  await dialog.getByRole('checkbox', { name: 'The time is an estimate' }).check({ force: true });
  await dialog.getByRole('textbox', { name: 'Earliest' }).fill('08:50');
  await dialog.getByRole('textbox', { name: 'Latest' }).fill('08:58');
  await dialog.getByRole('textbox', { name: 'Evidence' }).fill('graph of failed payments');
  const moves = dialog.getByRole('region', { name: 'What moves' });
  await expect(moves).toContainText(/Time to Detect.*was 4m 00s.*becomes 9m 00s estimated, 6m 00s to 14m 00s/);
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(clocks).toContainText('9m 00s');
  await expect(clocks).not.toContainText('4m 00s');

  await runCommand(page, 'Show all milestones, correct or take back');
  await expect(dialog).toContainText('08:55');
  // The first claim is kept beside the better one.
  await page.keyboard.press('Escape');
  await expect(timeline(page)).toContainText('graph of failed payments');
});

/** Both flavours, as they lie on the desktop's clipboard. */
const clipboardOf = ({ electron }: RunningApp): Promise<{ readonly plain: string; readonly html: string }> =>
  electron.evaluate(async ({ clipboard }) => {
    // The oldest runtime reads formatted text in one call, the current one through items.
    const old = clipboard as unknown as { readonly readHTML?: () => string };
    const html = old.readHTML?.() ?? (await (await (await clipboard.read())[0]?.getType('text/html'))?.text()) ?? '';
    return {
      plain: await clipboard.readText(),
      // Chromium wraps what it was given, on each platform in another way.
      html: html.replaceAll(/<\/?(?:html|head|body|meta)[^>]*>/g, ''),
    };
  });

import { join } from 'node:path';
import { setClockFile } from '../support/clock-file.ts';
import { recordByBridge } from '../support/drill-by-bridge.ts';
import {
  createCommandLine,
  exportByCommandLine,
  exportByKeyboard,
  exportedFiles,
  isSameExport,
  readExport,
  replayByCommandLine,
  withoutIdsAndSums,
} from '../support/drill-exports.ts';
import { drillZone, on } from '../support/drill-moments.ts';
import { sentTexts } from '../support/drill-script.ts';
import { expect, test } from '../support/electron-app.ts';
import { createKeyboard } from '../support/keyboard.ts';

test('[ST6, ST7] one record, two programs: the same exports byte for byte, and equal figures from the same commands', async ({
  launch,
  folder,
}) => {
  const clockFile = join(folder, 'clock');
  setClockFile(clockFile, on('09:01'));
  const { page, library } = await launch({ clockFile, env: { TZ: drillZone } });
  await recordByBridge(page, clockFile, sentTexts);
  setClockFile(clockFile, on('10:45'));
  await expect(page.locator(`time[datetime="${on('10:45')}"]`).first()).toBeVisible();

  const keys = createKeyboard(page);
  await keys.goTo(page.getByRole('button', { name: 'Checkout errors after a release' }));
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Log entry' })).toBeFocused();
  const byApp = await exportByKeyboard(page, keys, library);

  const byCommandLine = join(folder, 'by-command-line');
  exportByCommandLine(createCommandLine(library, clockFile, join(folder, 'ann')), byCommandLine);
  for (const file of [...exportedFiles, 'review-INC-310-phase-chart.svg'])
    expect(isSameExport(byCommandLine, byApp, file), file).toBe(true);

  const replayed = join(folder, 'replayed');
  const elsewhere = createCommandLine(join(folder, 'library'), clockFile, join(folder, 'ann-again'));
  replayByCommandLine(elsewhere, sentTexts);
  exportByCommandLine(elsewhere, replayed);
  const metrics = (exports: string) => JSON.parse(readExport(exports, 'review-INC-310.json')).metrics;
  expect(Object.keys(metrics(replayed))).toContain('ttrResolve');
  expect(metrics(replayed)).toEqual(metrics(byApp));
  const markdown = (exports: string) => withoutIdsAndSums(readExport(exports, 'review-INC-310.md'));
  expect(markdown(replayed)).toBe(markdown(byApp));
  // The list of what may differ is no longer than that: with it, both still say what happened.
  expect(markdown(replayed)).toContain('| Time to Recover | 33m 00s |');
});

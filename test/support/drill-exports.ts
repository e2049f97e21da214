import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { appDataFolder } from '../../electron/data-folder.ts';
import { drillZone } from './drill-moments.ts';
import { scriptLines } from './drill-script.ts';
import type { Keyboard } from './keyboard.ts';

/** What both programs can write; a PDF needs the app and carries the moment of printing. */
export const exportedFiles = [
  'review-INC-310.md',
  'review-INC-310.html',
  'review-INC-310.docx',
  'review-INC-310.json',
] as const;

/** Exports Markdown, HTML, PDF, DOCX and JSON with the keyboard alone; the folder that holds them. */
export const exportByKeyboard = async (page: Page, keys: Keyboard, library: string): Promise<string> => {
  const dialog = page.getByRole('dialog', { name: 'Export the review' });
  await keys.press('Control+Shift+e');
  for (const name of [/^DOCX/, /^JSON/]) {
    await keys.goTo(dialog.getByRole('checkbox', { name }));
    await keys.press('Space');
  }
  await keys.press('Control+Enter');
  await expect(dialog.getByRole('status')).toContainText('files written', { timeout: 60_000 });
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
  const found = readdirSync(library, { recursive: true, encoding: 'utf8' }).find(
    (path) => basename(path) === 'exports',
  );
  if (found === undefined) throw new Error('The app says that it has written files, and no folder holds them');
  return join(library, found);
};

/** True when both folders hold the same bytes under this name. */
export const isSameExport = (folder: string, other: string, file: string): boolean =>
  readFileSync(join(folder, file)).equals(readFileSync(join(other, file)));

export const readExport = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

interface CommandLine {
  readonly library: string;
  readonly clockFile: string;
  /** Home of whoever types there: a device of the same name, and nothing else. */
  readonly home: string;
}

/** The command line of Ann's own device. */
export const createCommandLine = (library: string, clockFile: string, home: string): CommandLine => {
  const dataFolder = appDataFolder({ platform: process.platform, env: {}, home });
  for (const folder of [library, dataFolder]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(dataFolder, 'preferences.json'), JSON.stringify({ identity: { device: 'ann' } }));
  return { library, clockFile, home };
};

/** Runs `holdfast ARGS...` of the build under test; what it printed. Throws on a refusal. */
export const holdfast = ({ library, clockFile, home }: CommandLine, ...args: readonly string[]): string => {
  const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: home,
      TZ: drillZone,
      HOLDFAST_LIBRARY: library,
      HOLDFAST_TEST_CLOCK: clockFile,
    },
  });
  if (status !== 0) throw new Error(`holdfast ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
};

/** Writes the same formats with the command line. */
export const exportByCommandLine = (commandLine: CommandLine, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  for (const file of exportedFiles)
    holdfast(commandLine, 'export', 'INC-310', '--format', file.split('.')[1] ?? '', '-o', join(folder, file));
};

/** Records the drill in another library with `holdfast exec`, each command under the test clock at its own time. */
export const replayByCommandLine = (commandLine: CommandLine, sentTexts: ReadonlyMap<string, string>): void => {
  const script = join(commandLine.home, 'drill.jsonl');
  writeFileSync(
    script,
    scriptLines(sentTexts)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
  holdfast(commandLine, 'exec', script);
};

/** Without what differs between two records of the same: ids, sums, and the head that a sender had on the screen. */
export const withoutIdsAndSums = (text: string): string =>
  text
    .replaceAll(/; journal head then [0-9a-f]{64}/g, '')
    .replaceAll(/,\n\s*"head": "[0-9a-f]{64}"/g, '')
    .replaceAll(/[0-9a-f]{64}/g, 'SUM')
    .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, 'ID');

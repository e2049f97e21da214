import type { Page } from '@playwright/test';
import type { PictureApp } from './picture-app.ts';
import {
  fromRowMenu,
  leave,
  moveTheClock,
  offerCommand,
  openCapture,
  openIncident,
  openRedaction,
  openWith,
  press,
  pressIn,
  redactAndLook,
  runCommand,
} from './scene-hands.ts';

/** What to do before the picture; the app is left as it then stands until the next scene begins. */
export interface Scene {
  /** Of the picture. */
  readonly name: string;
  /** Another page than the console is photographed when it returns one. */
  readonly enter: (app: PictureApp, tools: SceneTools) => Promise<Page | undefined> | Promise<void>;
  /** A window that is not resized. */
  readonly isOwnSize?: boolean;
  readonly zoom?: number;
}

interface SceneTools {
  readonly setClock: (instant: string) => void;
  readonly signalLibrary: (signal: 'SIGSTOP' | 'SIGCONT') => Promise<void>;
}

/** Nothing recorded yet. */
export const emptyScenes: readonly Scene[] = [
  { name: 'library-empty', enter: async () => undefined },
  { name: 'contacts-empty', enter: ({ page }) => page.keyboard.press('Control+Shift+P') },
];

/** The very first start. */
export const firstScenes: readonly Scene[] = [
  { name: 'declare-first', enter: ({ page }) => openWith(page, 'Control+N') },
];

/** Dialogs by the words under which the palette knows them. */
const dialogs: readonly (readonly [string, string])[] = [
  ['milestone', 'Reach the next milestone'],
  ['milestones', 'Show all milestones'],
  ['severity', 'Change the severity'],
  ['impact', 'Change the impact'],
  ['situation', 'State what is known'],
  ['data-statement', 'Make the data statement'],
  ['details', 'Change title, id'],
  ['close', 'Close as false alarm'],
  ['recovery', 'Record objectives'],
  ['roster', 'Show who is here'],
  ['role', 'Name the Incident'],
  ['task', 'Give a task'],
  ['decision', 'Decide'],
  ['decision-ask', 'Ask for a decision'],
  ['hypothesis', 'Add a hypothesis'],
  ['who-types', 'Say who types'],
  ['verify', 'Verify the record'],
  ['clock-error', "State this device's clock error"],
  ['keys', 'Show all keys'],
  ['hand-off-dialog', 'Hand off command'],
  ['zone', 'Show times in another zone'],
];

/** Dialogs that are opened from what they are about. */
const dialogsFromRows: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  [
    'correct-milestone',
    async (page) => {
      await runCommand(page, 'Show all milestones');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Correct/ })
        .first()
        .click();
      await page.getByRole('dialog', { name: /^Correct/ }).waitFor();
    },
  ],
  ['finish-task', (page) => pressIn(page, 'Tasks', 'listitem')],
  ['judge-hypothesis', (page) => pressIn(page, 'Hypotheses', 'listitem')],
  ['skip-item', (page) => pressIn(page, 'Checklist', /^Skip/)],
  ['correct-entry', (page) => fromRowMenu(page, 'Correct')],
  ['withdraw', (page) => fromRowMenu(page, 'Take back')],
  ['redact', (page) => fromRowMenu(page, 'Redact')],
  ['move', (page) => fromRowMenu(page, 'Move to another incident')],
  ['attach-evidence', (page) => fromRowMenu(page, 'Attach link as evidence')],
];

/** Dialogs of the review, by their keys or words. */
const dialogsOfReview: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['factor', (page) => openWith(page, 'Alt+F')],
  ['action', (page) => openWith(page, 'Alt+A')],
  ['pick-entry', (page) => openWith(page, 'Alt+E')],
  ['review-status', (page) => runCommand(page, 'Mark the review reviewed')],
  ['review-details', (page) => runCommand(page, 'Set review owner')],
];

/** The sample drill at its 20th minute, then what follows from it; the order matters. */
export const runningScenes: readonly Scene[] = [
  { name: 'library', enter: async () => undefined },
  { name: 'declare', enter: ({ page }) => openWith(page, 'Control+N') },
  { name: 'contacts', enter: ({ page }) => press(page, 'Control+Shift+P') },
  { name: 'console', enter: ({ page }) => openIncident(page) },
  { name: 'console-200-percent', enter: async () => undefined, zoom: 2 },
  { name: 'palette', enter: ({ page }) => openWith(page, 'Control+K') },
  ...dialogs.map(([name, words]) => ({
    name: `dialog-${name}`,
    enter: ({ page }: PictureApp) => runCommand(page, words),
  })),
  ...dialogsFromRows.map(([name, open]) => ({
    name: `dialog-${name}`,
    enter: async ({ page }: PictureApp) => {
      await leave(page);
      await open(page);
    },
  })),
  {
    name: 'composer',
    enter: async ({ page }) => {
      await press(page, 'Alt+U');
      await page.getByRole('button', { name: 'Copy update' }).waitFor();
    },
  },
  {
    name: 'review',
    enter: async ({ page }) => {
      await press(page, 'Alt+R');
      await page.getByRole('button', { name: 'Export review' }).waitFor();
    },
  },
  { name: 'dialog-export', enter: ({ page }) => openWith(page, 'Control+Shift+E') },
  { name: 'capture', enter: ({ page, electron }) => openCapture(page, electron), isOwnSize: true },
  { name: 'hand-off', enter: ({ page }) => offerCommand(page) },
  {
    name: 'hand-off-accepted',
    enter: async ({ page }) => {
      const acceptance = page.getByRole('complementary', { name: 'Acceptance' });
      // The box itself lies out of sight under its picture.
      for (const risk of await acceptance.getByRole('checkbox').all()) await risk.check({ force: true });
      await acceptance.getByRole('textbox').fill('Dev Patel');
      await page.keyboard.press('Control+Enter');
      await acceptance.getByText('for both of them').waitFor();
    },
  },
  {
    name: 'console-refused',
    enter: async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: 'Timeline' }).waitFor();
      await page.getByRole('textbox', { name: 'Log entry' }).fill('!milestone fixed 23:59');
      await page.keyboard.press('Enter');
    },
  },
  { name: 'console-clock', enter: (app, { setClock }) => moveTheClock(app, setClock) },
  { name: 'dialog-redact-now', enter: ({ page }) => openRedaction(page) },
  { name: 'dialog-residue', enter: ({ page }) => redactAndLook(page) },
  {
    name: 'console-recording',
    enter: async ({ page }, { signalLibrary }) => {
      await page.getByRole('textbox', { name: 'Log entry' }).fill('Flag is off in region one, errors falling');
      await signalLibrary('SIGSTOP');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'console-overdue',
    enter: async ({ page }, { signalLibrary, setClock }) => {
      await signalLibrary('SIGCONT');
      setClock('2026-03-02T14:48:30.000Z');
      await page.getByText('14:48').first().waitFor();
    },
  },
  {
    name: 'review-written',
    enter: async ({ page }) => {
      await press(page, 'Control+L');
      await page.getByRole('button', { name: 'Checkout payments fail after a deploy', exact: true }).click();
      await page.getByRole('region', { name: 'Timeline' }).waitFor();
      await press(page, 'Alt+R');
      await page.getByRole('button', { name: 'Export review' }).waitFor();
      await page
        .getByRole('button', { name: /What happened/ })
        .first()
        .click();
    },
  },
  ...dialogsOfReview.map(([name, open]) => ({
    name: `dialog-${name}`,
    enter: async ({ page }: PictureApp) => {
      await leave(page);
      await open(page);
    },
  })),
];

export const readOnlyScenes: readonly Scene[] = [
  { name: 'library-read-only', enter: async () => undefined },
  { name: 'console-read-only', enter: ({ page }) => openIncident(page) },
];

export const damagedScenes: readonly Scene[] = [
  { name: 'library-damaged', enter: async () => undefined },
  { name: 'console-damaged', enter: ({ page }) => openIncident(page) },
];

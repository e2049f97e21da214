import type { Locator, Page } from '@playwright/test';
import type { PictureApp } from './picture-app.ts';
import {
  acceptCommand,
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
  /** What the picture is of: no picture is taken where it cannot be seen, at any size. */
  readonly shows: (page: Page) => Locator;
  /** A window that is not resized. */
  readonly isOwnSize?: boolean;
  readonly zoom?: number;
}

interface SceneTools {
  readonly setClock: (instant: string) => void;
  readonly signalLibrary: (signal: 'SIGSTOP' | 'SIGCONT') => Promise<void>;
}

const list = (page: Page) => page.getByRole('table');
const dialog = (page: Page) => page.getByRole('dialog').getByRole('heading').first();
const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, exact: true }).first();
const button = (name: string) => (page: Page) => page.getByRole('button', { name });
const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first();
const entryLine = (page: Page) => page.getByRole('textbox', { name: 'Log entry' });

/** Nothing recorded yet. */
export const emptyScenes: readonly Scene[] = [
  { name: 'library-empty', enter: async () => undefined, shows: text('None yet.') },
  {
    name: 'contacts-empty',
    enter: ({ page }) => page.keyboard.press('Control+Shift+P'),
    shows: heading('Contacts'),
  },
];

/** The very first start. */
export const firstScenes: readonly Scene[] = [
  { name: 'declare-first', enter: ({ page }) => openWith(page, 'Control+N'), shows: dialog },
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
  { name: 'library', enter: async () => undefined, shows: list },
  { name: 'declare', enter: ({ page }) => openWith(page, 'Control+N'), shows: dialog },
  { name: 'contacts', enter: ({ page }) => press(page, 'Control+Shift+P'), shows: heading('Contacts') },
  { name: 'console', enter: ({ page }) => openIncident(page), shows: entryLine },
  { name: 'console-200-percent', enter: async () => undefined, shows: entryLine, zoom: 2 },
  {
    name: 'palette',
    enter: ({ page }) => openWith(page, 'Control+K'),
    shows: (page) => page.getByRole('dialog'),
  },
  ...dialogs.map(([name, words]) => ({
    name: `dialog-${name}`,
    enter: ({ page }: PictureApp) => runCommand(page, words),
    shows: dialog,
  })),
  ...dialogsFromRows.map(([name, open]) => ({
    name: `dialog-${name}`,
    enter: async ({ page }: PictureApp) => {
      await leave(page);
      await open(page);
    },
    shows: dialog,
  })),
  { name: 'composer', enter: ({ page }) => press(page, 'Alt+U'), shows: button('Copy update') },
  { name: 'review', enter: ({ page }) => press(page, 'Alt+R'), shows: button('Export review') },
  { name: 'dialog-export', enter: ({ page }) => openWith(page, 'Control+Shift+E'), shows: dialog },
  {
    name: 'capture',
    enter: ({ page, electron }) => openCapture(page, electron),
    shows: (page) => page.getByRole('textbox'),
    isOwnSize: true,
  },
  { name: 'hand-off', enter: ({ page }) => offerCommand(page), shows: button('I have command') },
  { name: 'hand-off-accepted', enter: ({ page }) => acceptCommand(page), shows: button('Copy announcement') },
  {
    name: 'console-refused',
    enter: async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: 'Timeline' }).waitFor();
      await entryLine(page).fill('!milestone fixed 23:59');
      await page.keyboard.press('Enter');
    },
    shows: (page) => page.getByRole('alert'),
  },
  {
    name: 'console-clock',
    enter: (app, { setClock }) => moveTheClock(app, setClock),
    shows: text('clock moved after this'),
  },
  { name: 'dialog-redact-now', enter: ({ page }) => openRedaction(page), shows: dialog },
  {
    name: 'dialog-residue',
    enter: ({ page }) => redactAndLook(page),
    shows: heading('Redacted text in files'),
  },
  {
    name: 'console-recording',
    enter: async ({ page }, { signalLibrary }) => {
      await leave(page);
      await entryLine(page).fill('Flag is off in region one, errors falling');
      await signalLibrary('SIGSTOP');
      await page.keyboard.press('Enter');
    },
    shows: (page) => page.getByRole('contentinfo').getByText('1 recording'),
  },
  {
    name: 'console-overdue',
    enter: async ({ page }, { signalLibrary, setClock }) => {
      await signalLibrary('SIGCONT');
      setClock('2026-03-02T14:48:30.000Z');
      await page.getByRole('contentinfo').getByText('all on disk').waitFor();
    },
    shows: (page) =>
      page
        .getByRole('region', { name: 'Next', exact: true })
        .getByText(/overdue/)
        .first(),
  },
  {
    name: 'review-written',
    enter: async ({ page }) => {
      await press(page, 'Control+L');
      await page.getByRole('button', { name: 'Checkout payments fail after a deploy', exact: true }).click();
      await page.getByRole('region', { name: 'Timeline' }).waitFor();
      await press(page, 'Alt+R');
      await page
        .getByRole('button', { name: /What happened/ })
        .first()
        .click();
    },
    shows: heading('5 What happened'),
  },
  ...dialogsOfReview.map(([name, open]) => ({
    name: `dialog-${name}`,
    enter: async ({ page }: PictureApp) => {
      await leave(page);
      await open(page);
    },
    shows: dialog,
  })),
];

export const readOnlyScenes: readonly Scene[] = [
  { name: 'library-read-only', enter: async () => undefined, shows: text(/newer version of Holdfast/) },
  {
    name: 'console-read-only',
    enter: ({ page }) => openIncident(page),
    shows: (page) => page.getByRole('main').getByText(/newer version of Holdfast/),
  },
];

/** The list shows nothing of it: a summary knows no lines, only the incident itself says what cannot be read. */
export const damagedScenes: readonly Scene[] = [
  { name: 'console-damaged', enter: ({ page }) => openIncident(page), shows: button('Put it into the entry line') },
];

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./picture-app.mjs').PictureApp} PictureApp */

/**
 * What to do before the picture; the app is left as it then stands until the next scene begins.
 * @typedef {object} Scene
 * @property {string} name of the picture
 * @property {(app: PictureApp, tools: SceneTools) => Promise<Page | void>} enter another page than the console when it returns one
 * @property {boolean} [isOwnSize] a window that is not resized
 * @property {number} [zoom]
 */

/**
 * @typedef {object} SceneTools
 * @property {(instant: string) => void} setClock
 * @property {(signal: 'SIGSTOP' | 'SIGCONT') => Promise<void>} signalLibrary
 */

/** Nothing recorded yet. @type {readonly Scene[]} */
export const emptyScenes = [
  { name: 'library-empty', enter: async () => undefined },
  { name: 'contacts-empty', enter: ({ page }) => page.keyboard.press('Control+Shift+P') },
];

/** Dialogs by the words under which the palette knows them. @type {readonly (readonly [string, string])[]} */
const dialogs = [
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
  ['keys', 'Show all keys'],
  ['hand-off-dialog', 'Hand off command'],
];

/** The sample drill at its 20th minute, then what follows from it; the order matters. @type {readonly Scene[]} */
export const runningScenes = [
  { name: 'library', enter: async () => undefined },
  { name: 'declare', enter: ({ page }) => openWith(page, 'Control+N') },
  { name: 'contacts', enter: ({ page }) => press(page, 'Control+Shift+P') },
  { name: 'console', enter: ({ page }) => openIncident(page) },
  { name: 'console-200-percent', enter: async () => undefined, zoom: 2 },
  { name: 'palette', enter: ({ page }) => openWith(page, 'Control+K') },
  ...dialogs.map(([name, words]) => ({
    name: `dialog-${name}`,
    enter: (/** @type {PictureApp} */ { page }) => runCommand(page, words),
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
    name: 'console-refused',
    enter: async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: 'Timeline' }).waitFor();
      await page.getByRole('textbox', { name: 'Log entry' }).fill('!milestone fixed 23:59');
      await page.keyboard.press('Enter');
    },
  },
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
];

/** @type {readonly Scene[]} */
export const readOnlyScenes = [
  { name: 'library-read-only', enter: async () => undefined },
  { name: 'console-read-only', enter: ({ page }) => openIncident(page) },
];

/** @type {readonly Scene[]} */
export const damagedScenes = [
  { name: 'library-damaged', enter: async () => undefined },
  { name: 'console-damaged', enter: ({ page }) => openIncident(page) },
];

/** @param {Page} page @param {string} keys */
async function press(page, keys) {
  await leave(page);
  await page.keyboard.press(keys);
}

/** @param {Page} page @param {string} keys */
async function openWith(page, keys) {
  await press(page, keys);
  await page.getByRole('dialog').first().waitFor();
}

/** Closes what is open over the screen. @param {Page} page */
async function leave(page) {
  const dialog = page.getByRole('dialog');
  if ((await dialog.count()) > 0) {
    await page.keyboard.press('Escape');
    await dialog.first().waitFor({ state: 'detached' });
  }
}

/** @param {Page} page */
async function openIncident(page) {
  if ((await page.getByRole('table').count()) === 0) await press(page, 'Control+L');
  await page.getByRole('button', { name: 'Checkout payments fail', exact: true }).click();
  await page.getByRole('region', { name: 'Timeline' }).waitFor();
}

/** @param {Page} page @param {string} words */
async function runCommand(page, words) {
  await press(page, 'Control+K');
  const palette = page.getByRole('dialog');
  await palette.waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading').first().waitFor();
}

/** @param {Page} page @param {import('@playwright/test').ElectronApplication} electron */
async function openCapture(page, electron) {
  await leave(page);
  const opened = electron.waitForEvent('window');
  await page.evaluate('bridge.request("window:show", { window: "capture" })');
  const capture = await opened;
  await capture.getByRole('textbox').waitFor();
  return capture;
}

/** @param {Page} page */
async function offerCommand(page) {
  await page.keyboard.press('Control+L');
  await openIncident(page);
  await runCommand(page, 'Hand off command');
  await page.getByRole('combobox', { name: 'Who takes over' }).fill('Dev Patel');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

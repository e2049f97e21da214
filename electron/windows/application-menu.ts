import { Menu, type MenuItemConstructorOptions } from 'electron';

/** What the menu asks the console to do, by the ids of its actions. */
type RunAction = (id: string) => void;

/** The menu bar. No label has a mnemonic: Alt plus a letter belongs to the console's own keys. */
export function createApplicationMenu(isPackaged: boolean, run: RunAction): Menu {
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: [{ role: 'close' }, { type: 'separator' }, { role: 'quit' }] },
    { role: 'editMenu', label: 'Edit' },
    {
      label: 'View',
      submenu: [
        ...textSizeItems(run),
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const)),
      ],
    },
    { role: 'windowMenu', label: 'Window' },
  ];
  return Menu.buildFromTemplate(template);
}

/** Not Chromium's own zoom: a size chosen by key is the size that the preferences keep. */
function textSizeItems(run: RunAction): readonly MenuItemConstructorOptions[] {
  const item = (label: string, id: string, accelerator: string, visible = true): MenuItemConstructorOptions => ({
    label,
    accelerator: `CommandOrControl+${accelerator}`,
    visible,
    click: () => run(id),
  });
  return [
    item('Text as large as it comes', 'view.text-1', '0'),
    item('Larger text', 'view.text-larger', 'Plus'),
    item('Smaller text', 'view.text-smaller', '-'),
    // The same keys where plus needs no Shift, and on the number pad.
    item('Larger text', 'view.text-larger', '=', false),
    item('Larger text', 'view.text-larger', 'numadd', false),
    item('Smaller text', 'view.text-smaller', 'numsub', false),
  ];
}

import { Menu, type MenuItemConstructorOptions } from 'electron';

/** The menu bar. No label has a mnemonic: Alt plus a letter belongs to the console's own keys. */
export function createApplicationMenu(isPackaged: boolean): Menu {
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: [{ role: 'close' }, { type: 'separator' }, { role: 'quit' }] },
    { role: 'editMenu', label: 'Edit' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const)),
      ],
    },
    { role: 'windowMenu', label: 'Window' },
  ];
  return Menu.buildFromTemplate(template);
}

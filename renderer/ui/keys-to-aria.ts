const ariaNameByCap: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  Command: 'Meta',
  Option: 'Alt',
  Esc: 'Escape',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Space: 'Space',
};

/** Words on a key cap ("Ctrl Shift E") as the value of aria-keyshortcuts ("Control+Shift+E"). */
export const keysToAria = (keys: string): string => {
  return keys
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => ariaNameByCap[part] ?? part)
    .join('+');
};

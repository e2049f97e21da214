import type { AppAction } from './action.ts';

/** The part of a keyboard event that decides; plain data, so that rules about keys need no browser. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** `Alt+U` for a pressed key, in the form that actions use. */
export const keysOf = (pressed: PressedKey): string => {
  const parts = [
    (pressed.ctrlKey || pressed.metaKey) && 'Ctrl',
    pressed.altKey && 'Alt',
    pressed.shiftKey && 'Shift',
    nameOf(pressed),
  ];
  return parts.filter(Boolean).join('+');
};

/** The available action that these keys mean, if any. */
export const findAction = (pressed: PressedKey, actions: readonly AppAction[]): AppAction | undefined => {
  const keys = keysOf(pressed);
  return actions.find(
    (action) => (action.keys === keys || action.alsoKeys?.includes(keys) === true) && action.isAvailable(),
  );
};

/**
 * The action that a menu or a global key names, if it is available and nobody is in the middle of a dialog: what is
 * typed there must not be swept away by a key that was pressed in another program.
 */
export const findNamedAction = (
  id: string,
  actions: readonly AppAction[],
  isDialogOpen: boolean,
): AppAction | undefined =>
  actions.find((each) => each.id === id && (!isDialogOpen || each.isOverDialogs === true) && each.isAvailable());

// The position for letters and digits: Alt changes `key` to another character on many layouts, and a digit row without
// digits (French) must work as well.
const nameOf = ({ key, code }: PressedKey): string => {
  if (/^Digit\d$/.test(code)) return code.slice(5);
  if (/^Numpad\d$/.test(code)) return code.slice(6);
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  if (code === 'Slash') return '/';
  return key.startsWith('Arrow') ? key.slice(5) : key;
};

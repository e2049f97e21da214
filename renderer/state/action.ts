/** Something a person can do. Every one has a place in the command palette, and most have a key. */
export interface AppAction {
  /** Stable: menus and the main process name it. */
  readonly id: string;
  /** What it does, as a verb: "Declare incident". */
  readonly label: string;
  /** Heading in the palette and in the list of all keys. */
  readonly group: 'Record' | 'Command' | 'Updates' | 'People' | 'Review' | 'Library' | 'View' | 'On this screen';
  /** `Alt+U`, `Ctrl+Shift+E`, `Alt+1`, `F6`. Digits match the key's position. Command stands for Ctrl on a Mac. */
  readonly keys?: string;
  /** Keys that do the same: one for people who know it from elsewhere, or a global one while this window has the focus. */
  readonly alsoKeys?: readonly string[];
  /** The menu may run it while a dialog is open too: it only changes how things look. */
  readonly isOverDialogs?: boolean;
  /** Reads the stores at the moment of asking; an action that is not available is listed nowhere and has no key. */
  readonly isAvailable: () => boolean;
  readonly run: () => void;
}

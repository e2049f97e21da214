import { keysToAria } from './keys-to-aria.ts';

/** For React Aria's buttons, which pass on no aria-keyshortcuts: sets the attribute on the element itself. */
export const keyShortcutRef = (keys: string | undefined) => {
  return (element: HTMLElement | null): void => {
    if (keys === undefined) element?.removeAttribute('aria-keyshortcuts');
    else element?.setAttribute('aria-keyshortcuts', keysToAria(keys));
  };
};

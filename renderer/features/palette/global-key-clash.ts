import type { AppAction } from '../../state/action.ts';

/** The action that these keys mean in the window already; the three global ones may change places. */
export const clashOf = (keys: string, actions: readonly AppAction[]): AppAction | undefined =>
  keys === ''
    ? undefined
    : actions.find(
        ({ id, keys: own, alsoKeys = [] }) =>
          !isGlobal(id) && (own === keys || (id !== 'library.declare' && alsoKeys.includes(keys))),
      );

const isGlobal = (id: string): boolean => id === 'window.capture' || id === 'window.console';

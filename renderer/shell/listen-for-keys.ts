import { subscribe } from '../bridge/bridge.ts';
import { findAction, findNamedAction } from '../state/keys.ts';
import { viewStore } from '../state/view-store.ts';
import { actions } from './actions.ts';

/**
 * Lets keys, the menu and global keys run actions; call once. While a dialog is open its own keys are the only ones.
 * Not part of a component, whose effects run after its first paint: a key may be quicker.
 */
export const listenForKeys = (): void => {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const action = viewStore.getState().dialog === undefined ? findAction(event, actions) : undefined;
    if (!action) return;
    event.preventDefault();
    action.run();
  });
  subscribe('action:run', (id) => {
    findNamedAction(id, actions, viewStore.getState().dialog !== undefined)?.run();
  });
};

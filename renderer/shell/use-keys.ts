import { useEffect } from 'react';
import { subscribe } from '../bridge/bridge.ts';
import { findAction, findNamedAction } from '../state/keys.ts';
import { viewStore } from '../state/view-store.ts';
import { actions } from './actions.ts';

/** Lets keys, the menu and global keys run actions. While a dialog is open its own keys are the only ones. */
export const useKeys = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const action = viewStore.getState().dialog === undefined ? findAction(event, actions) : undefined;
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    const stop = subscribe('action:run', (id) => {
      findNamedAction(id, actions, viewStore.getState().dialog !== undefined)?.run();
    });
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      stop();
    };
  }, []);
};

import type { AppAction } from '../../state/action.ts';
import { globalKeyOf } from '../../state/app-store.ts';
import { showCapture, showConsole } from '../../state/capture.ts';
import { showSidePanel, viewStore } from '../../state/view-store.ts';

export const consoleActions: readonly AppAction[] = [
  // Both keys are global; here for the palette, and for desktops that refuse global keys.
  {
    id: 'window.capture',
    label: 'Open the capture line over all windows',
    group: 'Record',
    get keys() {
      return globalKeyOf('capture');
    },
    isAvailable: () => true,
    run: showCapture,
  },
  {
    id: 'window.console',
    label: 'Bring this window to the front',
    group: 'View',
    get keys() {
      return globalKeyOf('console');
    },
    isAvailable: () => true,
    run: showConsole,
  },
  {
    id: 'view.close-panel',
    label: 'Close the open panel',
    group: 'View',
    isAvailable: () => viewStore.getState().sidePanel !== undefined,
    run: () => showSidePanel(undefined),
  },
];

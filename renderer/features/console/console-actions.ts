import type { AppAction } from '../../state/action.ts';
import { showCapture, showConsole } from '../../state/capture.ts';
import { showSidePanel, viewStore } from '../../state/view-store.ts';

export const consoleActions: readonly AppAction[] = [
  // Both keys are global; here for the palette, and for desktops that refuse global keys.
  {
    id: 'window.capture',
    label: 'Open the capture line over all windows',
    group: 'Record',
    keys: 'Ctrl+Shift+L',
    isAvailable: () => true,
    run: showCapture,
  },
  {
    id: 'window.console',
    label: 'Bring this window to the front',
    group: 'View',
    keys: 'Ctrl+Shift+H',
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

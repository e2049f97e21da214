import type { AppAction } from '../../state/action.ts';
import { appStore, probeLibrary } from '../../state/app-store.ts';
import { copyUnrecorded, hasUnrecorded } from '../../state/unrecorded.ts';

export const statusActions: readonly AppAction[] = [
  {
    id: 'library.probe',
    label: 'Try again to write to the library',
    group: 'Library',
    isAvailable: () => {
      const { info } = appStore.getState();
      return info !== undefined && info.library.readOnly !== null;
    },
    run: () => void probeLibrary(),
  },
  {
    id: 'record.copy-unrecorded',
    label: 'Copy everything unrecorded',
    group: 'Record',
    isAvailable: hasUnrecorded,
    run: () => void copyUnrecorded(),
  },
];

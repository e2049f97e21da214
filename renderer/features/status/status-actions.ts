import type { AppAction } from '../../state/action.ts';
import { appStore, probeLibrary, recordInAnotherFolder } from '../../state/app-store.ts';
import { copyUnrecorded, hasUnrecorded } from '../../state/unrecorded.ts';

const isReadOnly = (): boolean => {
  const { info } = appStore.getState();
  return info !== undefined && info.library.readOnly !== null;
};

export const statusActions: readonly AppAction[] = [
  {
    id: 'library.probe',
    label: 'Try again to write to the library',
    group: 'Library',
    isAvailable: isReadOnly,
    run: () => void probeLibrary(),
  },
  {
    id: 'library.move',
    label: 'Record in another folder',
    group: 'Library',
    isAvailable: isReadOnly,
    run: () => void recordInAnotherFolder(),
  },
  {
    id: 'record.copy-unrecorded',
    label: 'Copy everything unrecorded',
    group: 'Record',
    isAvailable: hasUnrecorded,
    run: () => void copyUnrecorded(),
  },
];

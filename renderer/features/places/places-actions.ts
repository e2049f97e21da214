import type { AppAction } from '../../state/action.ts';
import { appStore } from '../../state/app-store.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { saveBundle, startMirror, stopMirror } from '../../state/places.ts';
import { openDialog } from '../../state/view-store.ts';

const library = () => appStore.getState().info?.library;

export const placesActions: readonly AppAction[] = [
  {
    id: 'places.bundle-incident',
    label: 'Save a bundle of this incident',
    group: 'Library',
    isAvailable: () => incidentStore.getState().open !== undefined,
    run: () => void saveBundle(incidentStore.getState().open?.id ?? null),
  },
  {
    id: 'places.bundle-library',
    label: 'Save a bundle of the whole library',
    group: 'Library',
    isAvailable: () => library() !== undefined,
    run: () => void saveBundle(null),
  },
  {
    id: 'places.restore',
    label: 'Restore or merge a bundle or another library',
    group: 'Library',
    isAvailable: () => library()?.readOnly === null,
    run: () => openDialog({ name: 'restore' }),
  },
  {
    id: 'places.mirror',
    label: 'Mirror this library to a folder',
    group: 'Library',
    isAvailable: () => library()?.readOnly === null,
    run: () => void startMirror(),
  },
  {
    id: 'places.mirror-stop',
    label: 'Stop mirroring',
    group: 'Library',
    isAvailable: () => Boolean(library()?.mirror),
    run: () => void stopMirror(),
  },
];

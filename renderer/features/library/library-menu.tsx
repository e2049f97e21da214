import { useApp } from '../../state/app-store.ts';
import { saveBundle, startMirror, stopMirror } from '../../state/places.ts';
import { openDialog } from '../../state/view-store.ts';
import { MenuButton, type MenuEntry } from '../../ui/menu-button.tsx';

/** A second place for the record: rarely touched, so it stands behind one button. */
export const LibraryMenu = () => {
  const library = useApp((app) => app.info?.library);
  const unavailable = library?.readOnly ?? undefined;
  const mirror: MenuEntry = library?.mirror
    ? { id: 'mirror-stop', label: 'Stop mirroring', detail: library.mirror.folder, run: () => void stopMirror() }
    : { id: 'mirror', label: 'Mirror this library to a folder', unavailable, run: () => void startMirror() };
  return (
    <MenuButton
      entries={[
        { id: 'bundle', label: 'Save a bundle of the whole library', run: () => void saveBundle(null) },
        {
          id: 'restore',
          label: 'Restore or merge a bundle or another library',
          unavailable,
          run: () => openDialog({ name: 'restore' }),
        },
        mirror,
      ]}
    >
      Copies
    </MenuButton>
  );
};

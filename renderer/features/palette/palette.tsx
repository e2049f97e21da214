import type { AppAction } from '../../state/action.ts';
import { closeDialog } from '../../state/view-store.ts';
import { CommandPalette } from '../../ui/command-palette.tsx';
import { keyWords } from './key-words.ts';

/** Everything that can be done now, by its words. */
export const Palette = ({ actions }: { readonly actions: readonly AppAction[] }) => (
  <CommandPalette
    commands={actions
      .filter((action) => action.isAvailable())
      .map(({ id, label, group, keys, run }) => ({ id, label, group, run, ...(keys ? { keys: keyWords(keys) } : {}) }))}
    onClose={closeDialog}
  />
);

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type ContactsWish = 'add-person' | 'add-bridge' | 'import' | 'export';

/** What was asked for from the palette, until the screen has taken it up: it may not be drawn yet. */
const wishes = createStore<{ readonly wish: ContactsWish | undefined }>(() => ({ wish: undefined }));

export const wishFor = (wish: ContactsWish): void => wishes.setState({ wish });

/** Runs `grant` once when this is wished for. */
export const useWish = (wanted: ContactsWish, grant: () => void): void => {
  const isWished = useStore(wishes, ({ wish }) => wish === wanted);
  useEffect(() => {
    if (!isWished) return;
    wishes.setState({ wish: undefined });
    grant();
  }, [isWished, grant]);
};

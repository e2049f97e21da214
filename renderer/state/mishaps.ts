import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { reasonOf } from '../../shared/kernel/reason-of.ts';

/** Something went wrong inside the window itself, for which no screen has a place. */
interface Mishap {
  readonly sentence: string | undefined;
}

const mishapStore = createStore<Mishap>(() => ({ sentence: undefined }));
export const useMishap = (): string | undefined => useStore(mishapStore, ({ sentence }) => sentence);
export const dismissMishap = (): void => mishapStore.setState({ sentence: undefined });

/** Notices what nobody caught, so that a press that did nothing does not pass for one that worked. */
export const listenForMishaps = (): void => {
  window.addEventListener('unhandledrejection', ({ reason }) => tellMishap(reason));
  // Without an error it is the browser's own remark, such as a size that was measured twice.
  window.addEventListener('error', ({ error }) => {
    if (error) tellMishap(error);
  });
};

export const tellMishap = (bug: unknown): void => {
  const words = reasonOf(bug);
  mishapStore.setState({
    sentence: `Holdfast made a mistake, and what was done last may not have happened (${words}). What is recorded is safe, and typed text is kept. Look, then go on.`,
  });
};

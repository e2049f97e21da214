import { appStore, setPreferences } from './app-store.ts';

/** 1 is the size that text comes in; layouts fold by themselves as it grows. */
export const textScales = [1, 1.25, 1.5, 2] as const;

/** The next step up or down; stays at the ends. A factor between two steps goes to the nearest in that direction. */
export const nextTextScale = (current: number, step: 1 | -1): number =>
  (step === 1 ? textScales.find((scale) => scale > current) : textScales.findLast((scale) => scale < current)) ??
  current;

export const setTextScale = (textScale: number): void => void setPreferences({ textScale });

/** One step larger or smaller; at either end it stays. */
export const changeTextScale = (step: 1 | -1): void => {
  const current = appStore.getState().info?.preferences.textScale ?? 1;
  setTextScale(nextTextScale(current, step));
};

import type { OutlineRow } from './outline.ts';

let shown: readonly OutlineRow[] = [];

/** What the outline on screen says, for the key that turns to the next section. */
export const setShownOutline = (rows: readonly OutlineRow[]): void => {
  shown = rows;
};
export const shownOutline = (): readonly OutlineRow[] => shown;

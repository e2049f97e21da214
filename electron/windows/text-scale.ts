import type { WebContents } from 'electron';

/** Shows a page's text in the size that the preferences keep: before it is first shown, and after it was loaded anew. */
export const keepTextScale = (contents: WebContents, textScale: () => number): void => {
  contents.on('dom-ready', () => contents.setZoomFactor(textScale()));
};

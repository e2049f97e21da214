import type { MarkdownEdit } from './markdown-edits.ts';

/** The editor that is on screen, for keys and lists that stand outside it. */
export interface LiveEditor {
  readonly focus: () => void;
  readonly apply: (edit: (text: string, from: number, to: number) => MarkdownEdit) => void;
}

let live: LiveEditor | undefined;
let wantsFocus = false;

/** Returns the function that takes it away again. */
export const setLiveEditor = (editor: LiveEditor): (() => void) => {
  live = editor;
  // It may come late, its code being loaded first: a dialog that was opened meanwhile keeps what it has.
  if (wantsFocus && !document.activeElement?.closest('[role="dialog"]')) editor.focus();
  wantsFocus = false;
  return () => {
    if (live === editor) live = undefined;
  };
};

export const liveEditor = (): LiveEditor | undefined => live;

/** Now, or as soon as it is there. */
export const focusEditor = (): void => {
  if (live) live.focus();
  else focusNextEditor();
};

/** Of the section that comes on screen next, when its editor is not there yet. */
export const focusNextEditor = (): void => {
  wantsFocus = true;
};

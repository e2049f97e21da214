import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { repository } from './paths.ts';

/** A text of a source file, where it stands exactly once, and what takes its place in the bundle. */
export interface Edit {
  /** Inside the repository, with `/` on every system. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** Makes the edits in the sources on their way into a bundle; the files stay as they are. */
export function editSource(edits: readonly Edit[]): Plugin {
  return { name: 'holdfast-edits', enforce: 'pre', transform: (code, id) => applyEdits(code, id, edits) };
}

function applyEdits(code: string, id: string, edits: readonly Edit[]): string {
  const own = edits.filter(({ file }) => relative(repository, id).replaceAll('\\', '/') === file);
  // A function as replacement: nothing in the new text is special.
  return own.reduce((text, { find, put }) => text.replace(find, () => put), code);
}

import type { Page } from '@playwright/test';

/** Something on the page that can be pressed, ticked or chosen now. */
export interface Control {
  readonly kind: 'button' | 'checkbox' | 'radio';
  /** As assistive technology hears it. */
  readonly name: string;
  /** The region around it, and of a radio button its set: "Timeline", "Show entries". */
  readonly place: string;
  readonly isChecked: boolean;
}

const line = /^(\s*)- (button|checkbox|radio|radiogroup|region|complementary|navigation) "((?:[^"\\]|\\.)*)"(.*)$/;

/** Every control in sight that is enabled, read from the tree that assistive technology gets. */
export const controlsOnScreen = async (page: Page): Promise<readonly Control[]> => {
  const snapshot = await page.locator('body').ariaSnapshot();
  const controls: Control[] = [];
  const around: { readonly indent: number; readonly name: string }[] = [];
  for (const raw of snapshot.split('\n')) {
    const { indent, kind, name, state } = readLine(raw);
    while (around.length > 0 && (around.at(-1)?.indent ?? 0) >= indent) around.pop();
    if (kind !== 'button' && kind !== 'checkbox' && kind !== 'radio') {
      if (kind !== undefined) around.push({ indent, name });
      continue;
    }
    if (state.includes('[disabled]')) continue;
    controls.push({ kind, name, place: around.at(-1)?.name ?? '', isChecked: state.includes('[checked]') });
  }
  return controls;
};

const readLine = (raw: string) => {
  const text = unquoted(raw);
  const [, , kind, name = '', state = ''] = line.exec(text) ?? [];
  const words = name.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ').trim();
  return { indent: text.search(/\S/), kind, name: words, state };
};

/** A line with a colon in a name stands in single quotes. */
const unquoted = (raw: string): string => {
  const [, indent, inner] = /^(\s*- )'(.*)':?$/.exec(raw) ?? [];
  return inner === undefined ? raw : `${indent}${inner.replaceAll("''", "'")}`;
};

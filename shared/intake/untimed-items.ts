import type { Collector } from './collector.ts';

const marker = /^(?:[-*+]|\d+[.)]) /;

export const isListItem = (line: string): boolean => marker.test(line);

/** The items without a time of a list in which others have one: no part of the entry above them, so they are listed. */
export interface UntimedItems {
  /** An item with a time in front, or one without, at this indent. */
  timed(indent: number): void;
  untimed(indent: number, line: number, text: string): void;
  /** True for an item further in than the list: a detail of the item above it. */
  isWithin(indent: number): boolean;
  /** The list is over. One without any time in it is none of ours. */
  end(): void;
}

/** For one file: each list of it ends with `end`, and the next begins anew. */
export const createUntimedItems = (collector: Collector): UntimedItems => {
  let outermost: number | undefined;
  let isTimed = false;
  let items: { readonly line: number; readonly text: string }[] = [];
  const begin = (indent: number) => {
    outermost = Math.min(indent, outermost ?? indent);
  };
  return {
    timed: (indent) => {
      begin(indent);
      isTimed = true;
    },
    untimed: (indent, line, text) => {
      begin(indent);
      items.push({ line, text });
    },
    isWithin: (indent) => outermost !== undefined && indent > outermost,
    end: () => {
      if (isTimed)
        for (const { line, text } of items)
          collector.skip(`line ${line}`, 'it has no time in front that can be read', text.replace(marker, ''));
      [outermost, isTimed, items] = [undefined, false, []];
    },
  };
};

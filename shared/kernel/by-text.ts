/** By code unit, as instants and ids are meant to be ordered; no language has a say in it. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** For `sort`: ascending by one text of each item, equal ones as they stood. */
export const byText =
  <Item>(textOf: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    compareTexts(textOf(a), textOf(b));

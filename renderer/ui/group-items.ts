interface Grouped<Item> {
  readonly group: string | undefined;
  readonly items: readonly Item[];
}

/** Puts items of one group together: groups in the order of their first item, items in the order given. */
export const groupItems = <Item extends { readonly group?: string | undefined }>(
  items: readonly Item[],
): readonly Grouped<Item>[] => {
  const itemsByGroup = new Map<string | undefined, Item[]>();
  for (const item of items) {
    const group = itemsByGroup.get(item.group);
    if (group === undefined) itemsByGroup.set(item.group, [item]);
    else group.push(item);
  }
  return [...itemsByGroup].map(([group, groupedItems]) => ({ group, items: groupedItems }));
};

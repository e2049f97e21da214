/** Regions in the order of the page that are in sight: a folded panel is in the tree and cannot take the focus. */
const regionsInSight = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) =>
    region.checkVisibility({ visibilityProperty: true }),
  );

/**
 * Moves the focus to the next region of the page, or with `-1` to the one before, and around at the end. From a place
 * between two regions it goes to the nearest one in that direction.
 */
export const focusNextRegion = (step: 1 | -1): void => {
  const regions = regionsInSight();
  const from = document.activeElement;
  const isPast = (region: HTMLElement): boolean => {
    if (from === null || from === document.body || region.contains(from)) return false;
    const place = from.compareDocumentPosition(region);
    return (place & (step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING)) !== 0;
  };
  const ordered = step === 1 ? regions : [...regions].reverse();
  const next = ordered.find(isPast) ?? ordered[0];
  next?.focus();
};

/** Moves the focus to the region of this name, if it is in sight. */
export const focusRegion = (name: string): void => {
  regionsInSight()
    .find((region) => region.getAttribute('aria-label') === name)
    ?.focus();
};

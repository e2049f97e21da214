/** A4 with the margins of the printed page, in twips (twentieths of a point). */
export const page = { width: 11_906, height: 16_838, top: 1_134, right: 907, bottom: 1_247, left: 907 } as const;

/** From margin to margin, in twips. */
export const textWidthTwips = page.width - page.left - page.right;

export const emusPerTwip = 635;

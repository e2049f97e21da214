export interface Label {
  /** The point on the axis that the label belongs to; its text begins here. */
  readonly x: number;
  readonly text: string;
}

interface PlacedLabel extends Label {
  /** 0 is nearest to what it names; each level is one line of text further away. */
  readonly level: number;
  readonly width: number;
}

const gap = 8;

/** Width in px of text in the chart's font at `size`; generous, so that another font does not make labels touch. */
export const textWidth = (text: string, size: number): number => Math.ceil([...text].length * size * 0.6);

/**
 * Levels for labels that neither overlap nor are crossed by each other's leader lines. Placed from the right: the text
 * runs to the right, so a label on the left goes further out and its leader passes before the ones it jumps over.
 */
export const placeLabels = (labels: readonly Label[], size: number): readonly PlacedLabel[] => {
  const leftmost: number[] = [];
  // Of two at one place the later in the list is nearer, so that a stack reads downwards in order.
  const placed = labels
    .toReversed()
    .sort((a, b) => b.x - a.x)
    .map((label): PlacedLabel => {
      const width = textWidth(label.text, size);
      const right = label.x + width + gap;
      const free = leftmost.findIndex((left) => right <= left);
      const level = free < 0 ? leftmost.length : free;
      for (let passed = 0; passed <= level; passed += 1)
        leftmost[passed] = Math.min(leftmost[passed] ?? label.x, label.x);
      return { ...label, level, width };
    });
  return placed.reverse();
};

export const countLevels = (placed: readonly PlacedLabel[]): number =>
  placed.reduce((most, { level }) => Math.max(most, level + 1), 0);

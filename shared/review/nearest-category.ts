import type { FactorKind } from '../playbook/playbook.ts';

/** The factor of the taxonomy that was most likely meant; undefined only for an empty taxonomy. */
export const findNearestFactor = (factors: readonly FactorKind[], typed: string): FactorKind | undefined => {
  const wanted = typed.trim().toLowerCase();
  let best: { readonly factor: FactorKind; readonly cost: number } | undefined;
  for (const factor of factors) {
    const cost = Math.min(
      ...[factor.id, factor.words.toLowerCase(), ...factor.id.split('.')].map((name) => countEdits(wanted, name)),
    );
    if (!best || cost < best.cost) best = { factor, cost };
  }
  return best?.factor;
};

// Levenshtein distance in one row; categories are short, the typed text is cut so that a pasted page costs nothing.
const countEdits = (typed: string, name: string): number => {
  const from = typed.slice(0, 80);
  let row = Array.from({ length: name.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === name[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** A run of text that both versions hold, or only the old or the new one. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * One row of "Changes since": a sentence with its changes inside. `changed` holds both versions in one row; a
 * sentence that was rewritten for the most part is a `removed` row followed by an `added` one.
 */
export interface DiffRow {
  readonly kind: 'same' | 'removed' | 'added' | 'changed';
  readonly parts: readonly DiffPart[];
}

/** Word by word. Without `added` the parts make the old text, without `removed` the new one, exactly. */
export const diffWords = (before: string, after: string): readonly DiffPart[] =>
  merge(align(words(before), words(after)));

/** Below this share of common words a sentence reads easier as one removed and one added. */
const likeness = 0.6;

/** Sentence by sentence, words within. Rows and parts without `added` make the old text, without `removed` the new. */
export const diffSentences = (before: string, after: string): readonly DiffRow[] => {
  const rows: DiffRow[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    for (const [index, old] of removed.entries()) {
      const fresh = added[index];
      rows.push(...(fresh === undefined ? [row('removed', old)] : pairRows(old, fresh)));
    }
    for (const fresh of added.slice(removed.length)) rows.push(row('added', fresh));
    removed = [];
    added = [];
  };
  for (const { kind, text } of align(sentences(before), sentences(after))) {
    if (kind === 'removed') removed.push(text);
    else if (kind === 'added') added.push(text);
    else {
      flush();
      rows.push(row('same', text));
    }
  }
  flush();
  return rows;
};

const row = (kind: 'same' | 'removed' | 'added', text: string): DiffRow => ({ kind, parts: [{ kind, text }] });

const pairRows = (old: string, fresh: string): readonly DiffRow[] => {
  const parts = diffWords(old, fresh);
  const share = sameLength(parts) / Math.max(old.length, fresh.length, 1);
  if (share >= likeness) return [{ kind: 'changed', parts }];
  // A few common words in two different sentences are chance; marked as common they would only mislead.
  if (share < likeness / 2) return [row('removed', old), row('added', fresh)];
  return [
    { kind: 'removed', parts: parts.filter(({ kind }) => kind !== 'added') },
    { kind: 'added', parts: parts.filter(({ kind }) => kind !== 'removed') },
  ];
};

const sameLength = (parts: readonly DiffPart[]) =>
  parts.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.length : sum), 0);

const words = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{N}:]+|[^\s\p{L}\p{N}:]/gu) ?? [];
const sentences = (text: string): readonly string[] =>
  text.match(/[^.!?\n]*(?:[.!?]+(?=\s|$)|[.!?]|\n|$)\s*/g)?.filter(Boolean) ?? [];

/** Table cells beyond which two texts are compared as wholes: an update is some hundred words, this is a book. */
const maxCells = 4_000_000;

/** Longest common subsequence: what both lists hold in the same order is `same`. */
const align = (before: readonly string[], after: readonly string[]): readonly DiffPart[] => {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (text: string): DiffPart => ({ kind: 'same', text });
  return [
    ...before.slice(0, start).map(same),
    ...alignMiddle(before.slice(start, before.length - tail), after.slice(start, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
};

const alignMiddle = (before: readonly string[], after: readonly string[]): readonly DiffPart[] => {
  const removed = before.map((text): DiffPart => ({ kind: 'removed', text }));
  const added = after.map((text): DiffPart => ({ kind: 'added', text }));
  if (before.length * after.length > maxCells) return [...removed, ...added];
  const lengths = commonLengths(before, after);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const text = before[i] ?? '';
    if (text === after[j]) {
      parts.push({ kind: 'same', text });
      i++;
      j++;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
      parts.push({ kind: 'removed', text: before[i++] ?? '' });
    else parts.push({ kind: 'added', text: after[j++] ?? '' });
  }
  return [...parts, ...removed.slice(i), ...added.slice(j)];
};

/** `[i][j]`: length of the longest common subsequence of what follows `i` and `j`. */
const commonLengths = (before: readonly string[], after: readonly string[]): readonly Uint32Array[] => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    const row = lengths[i];
    const below = lengths[i + 1];
    if (!row || !below) continue;
    for (let j = after.length - 1; j >= 0; j--)
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return lengths;
};

/** Neighbours of one kind become one; between two common words all that went comes before all that came. */
const merge = (parts: readonly DiffPart[]): readonly DiffPart[] => {
  const merged: DiffPart[] = [];
  let gone = '';
  let fresh = '';
  const flush = () => {
    if (gone) merged.push({ kind: 'removed', text: gone });
    if (fresh) merged.push({ kind: 'added', text: fresh });
    gone = '';
    fresh = '';
  };
  for (const { kind, text } of parts) {
    const last = merged.at(-1);
    if (kind === 'removed') gone += text;
    else if (kind === 'added') fresh += text;
    else if (last?.kind === 'same' && !gone && !fresh) merged[merged.length - 1] = { kind, text: last.text + text };
    else {
      flush();
      merged.push({ kind, text });
    }
  }
  flush();
  return merged;
};

/** `Ann Lee` to `AL`; one letter for a single name, a question mark for none. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return (
    [first, last]
      .map((word) => (word ? ([...word][0] ?? '') : ''))
      .join('')
      .toUpperCase() || '?'
  );
};

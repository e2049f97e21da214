/** `3 factors`, `1 factor`, `2 entries`. @param many where it is not `one` with an s */
export const countOf = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** With a capital at its head. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

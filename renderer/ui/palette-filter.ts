export interface PaletteCommand {
  readonly id: string;
  /** A verb and its object: "Write the public update". */
  readonly label: string;
  readonly group: string;
  readonly run: () => void;
  readonly keys?: string | undefined;
  /** Other words people type for it; never shown. */
  readonly words?: string | undefined;
  /** Why it cannot be used now; the command stays in the list and says so. */
  readonly unavailable?: string | undefined;
}

const noMatch = -1;

/**
 * The commands in which every typed word begins a word of label, group or extra words; label matches first, then the
 * order given. An empty query keeps all. Matching at word starts lets "w p u" find "Write the public update".
 */
export const filterCommands = (commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] => {
  const typed = wordsOf(query);
  if (typed.length === 0) return commands;
  return commands
    .map((command) => ({ command, rank: rankOf(command, typed) }))
    .filter(({ rank }) => rank !== noMatch)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
};

const rankOf = (command: PaletteCommand, typed: readonly string[]): number => {
  const label = wordsOf(command.label);
  if (label.join(' ').startsWith(typed.join(' '))) return 0;
  if (areWordStarts(typed, label)) return 1;
  return areWordStarts(typed, [...label, ...wordsOf(command.group), ...wordsOf(command.words ?? '')]) ? 2 : noMatch;
};

const areWordStarts = (typed: readonly string[], words: readonly string[]): boolean => {
  return typed.every((start) => words.some((word) => word.startsWith(start)));
};

const wordsOf = (text: string): readonly string[] => {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
};

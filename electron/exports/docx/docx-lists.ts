import { AlignmentType, LevelFormat, type NumberingDefinition } from 'docx';

/** Word knows nine levels, 0 to 8. */
export const deepestLevel = 8;

/** Word counts no further. */
export const highestNumber = 32_767;

export const bulletList: NumberingDefinition = {
  reference: 'bullets',
  levels: Array.from({ length: deepestLevel + 1 }, (_, level) => ({
    level,
    format: LevelFormat.BULLET,
    text: level % 2 === 0 ? '\u2022' : '\u2013',
    alignment: AlignmentType.LEFT,
  })),
};

/** @param n which counted list of the document it is: each begins at its own number */
export const orderedList = (n: number, level: number, start: number): NumberingDefinition => ({
  reference: `counted-${n}`,
  levels: [{ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.LEFT, start }],
});

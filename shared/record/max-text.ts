/** Longest text of one field, in UTF-16 units: longer ones belong into an evidence file. */
export const maxText = 65_536;

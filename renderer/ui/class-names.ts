/** Joins class names of a CSS module; absent and false ones drop out, so that a condition can stand in the list. */
export const classNames = (...names: readonly (string | false | undefined)[]): string => {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
};

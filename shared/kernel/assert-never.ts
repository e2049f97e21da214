/** Makes a forgotten case a type error; reached at run time only through a bug, which throws. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
};

/** A text whose first word is TODO. In capitals only: "todo list is down" is an observation about a product. */
export const isTodo = (text: string): boolean => /^TODO(?![\p{L}\p{N}_-])/u.test(text.trimStart());

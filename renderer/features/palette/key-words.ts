/** `Alt+Shift+U` as the caps read: `Alt Shift U`. A plus sign itself stays one. */
export const keyWords = (keys: string): string => keys.replace(/\+(?=.)/g, ' ');

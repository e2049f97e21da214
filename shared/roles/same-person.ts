/** Names of people as typed: white space around and case do not make another person. */
export const isSamePerson = (a: string, b: string): boolean => fold(a) === fold(b);

/** One space between words, none around; what is stored. */
export const tidyName = (name: string): string => name.trim().replace(/\s+/g, ' ');

// toLowerCase, not its locale kin: the same name must match on a Turkish device.
const fold = (name: string) => tidyName(name).normalize('NFC').toLowerCase();

/** What an error says, whatever was thrown: a sentence of the system or of a library, for a sentence of ours. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

import { vi } from 'vitest';

/** Waits until the check does not throw any more; vitest's own second is too short for a busy machine. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 15_000 });

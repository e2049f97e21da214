import type { UpdatesDraft } from './updates-state.ts';

/** Before anything was stated or sent. */
export const initialUpdates = (): UpdatesDraft => ({
  sent: new Map(),
  facts: new Map(),
  dataStatement: undefined,
  promises: [],
});

import type { IncidentState } from '../../shared/incident/incident-state.ts';

/** The whole state as text, to compare two replays. Order inside a map is part of it: rows are shown in it. */
export const stateText = (state: IncidentState): string =>
  JSON.stringify(state, (_key, value: unknown) =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value,
  );

import type { StoreApi } from 'zustand/vanilla';
import { incidentStore } from './incident-store.ts';

/**
 * Lets what a view shows of an incident (a filter, a picked row) begin anew with each other one that is opened: a filter from
 * the last incident would hide entries of this one. Whoever comes back to the same finds it as it was. For the store's life.
 */
export const beginAnewWithEachIncident = <State>(store: StoreApi<State>): void => {
  let shown = incidentStore.getState().open?.id;
  incidentStore.subscribe(({ open }) => {
    if (!open || open.id === shown) return;
    shown = open.id;
    store.setState(store.getInitialState(), true);
  });
};

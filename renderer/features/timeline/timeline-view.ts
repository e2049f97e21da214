import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RowKind } from '../../../shared/incident/row-kind.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { beginAnewWithEachIncident } from '../../state/incident-view.ts';
import { viewStore } from '../../state/view-store.ts';
import type { RowFilter } from './row-filter.ts';

/** What the timeline shows of itself; nothing of it is recorded. */
interface TimelineView {
  readonly filter: RowFilter;
  /** Only rows of this kind, on top of the filter. */
  readonly kind: RowKind | undefined;
  /** The row whose menu was asked for by key, until that row has opened it. */
  readonly menuOf: EventId | undefined;
  /** The row that has the focus, or had it when a dialog took it. */
  readonly selected: EventId | undefined;
  /** Where the correction of an entry begins. */
  readonly correctFirst: 'text' | 'time';
}

export const timelineView = createStore<TimelineView>(() => ({
  filter: 'all',
  kind: undefined,
  menuOf: undefined,
  selected: undefined,
  correctFirst: 'text',
}));
beginAnewWithEachIncident(timelineView);
export const useTimelineView = <T>(select: (view: TimelineView) => T): T => useStore(timelineView, select);

export const setFilter = (filter: RowFilter): void => timelineView.setState({ filter });
export const setKind = (kind: RowKind | undefined): void => timelineView.setState({ kind });
export const askForMenu = (menuOf: EventId | undefined): void => timelineView.setState({ menuOf });
/** A dialog takes the focus and gives it back: the row stays the one that is meant. */
export const selectRow = (selected: EventId | undefined): void => {
  if (selected !== undefined || viewStore.getState().dialog === undefined) timelineView.setState({ selected });
};

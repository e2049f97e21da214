import { useMemo } from 'react';
import { projectConflicts } from '../../../shared/incident/conflicts.ts';
import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import { createRowProjection, type TimelineRow } from '../../../shared/incident/timeline-row.ts';
import { milestoneNotes } from '../../../shared/lifecycle/milestone-notes.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import type { EventId, IncidentId } from '../../../shared/record/ids.ts';
import type { OverdueRow } from '../../../shared/updates/due.ts';
import { useApp, useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { markFresh } from './fresh-rows.ts';
import { filterRows } from './row-filter.ts';
import { createTimelineItems, type TimelineItem } from './timeline-items.ts';
import { useTimelineView } from './timeline-view.ts';

/** What is kept of an incident while the panel is not drawn: the rows of 10,000 events are made once, not at each return. */
interface KeptRows {
  readonly incident: IncidentId;
  readonly project: (state: IncidentState, playbook: Playbook) => readonly TimelineRow[];
  readonly toItems: ReturnType<typeof createTimelineItems>;
  readonly known: Set<EventId>;
}

let kept: KeptRows | undefined;

const keptOf = (incident: IncidentId): KeptRows => {
  if (kept?.incident !== incident)
    kept = { incident, project: createRowProjection(), toItems: createTimelineItems(), known: new Set() };
  return kept;
};

/** Rows as the shared projection makes them, and lines of the list as they are drawn. */
export const useTimelineItems = (
  overdue: readonly OverdueRow[],
): { readonly rows: readonly TimelineRow[]; readonly items: readonly TimelineItem[]; readonly shown: number } => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const pending = useIncident((open) => open.pending);
  const problems = useIncident((open) => open.problems);
  const filter = useTimelineView((view) => view.filter);
  const kind = useTimelineView((view) => view.kind);
  const me = useApp(({ info }) => info?.identity);
  const zone = useZone();
  const rows = useMemo(() => rowsOf(state, playbook), [state, playbook]);
  const notes = useMemo(() => milestoneNotes(state.id, state.lifecycle, currentInstant()), [state]);
  const conflicts = useMemo(() => projectConflicts(state, playbook), [state, playbook]);
  const filtered = useMemo(
    () => filterRows(rows, { filter, kind, me: { person: me?.person ?? '', device: me?.device ?? '' } }, state),
    [rows, filter, kind, me, state],
  );
  const isOverdueShown = kind === 'update' || (kind === undefined && filter === 'all');
  const { entries } = state.timeline;
  const items = useMemo(
    () =>
      keptOf(state.id).toItems({
        rows: filtered,
        overdue: isOverdueShown ? overdue : [],
        gaps: kind === undefined && filter === 'all' ? problems : [],
        pending,
        notes,
        conflicts,
        entries,
        device: me?.device ?? '',
        zone,
      }),
    [state.id, filtered, isOverdueShown, overdue, kind, filter, problems, pending, notes, conflicts, entries, me, zone],
  );
  return { rows, items, shown: filtered.length };
};

const rowsOf = (state: IncidentState, playbook: Playbook): readonly TimelineRow[] => {
  const { project, known } = keptOf(state.id);
  const rows = project(state, playbook);
  const fresh = known.size === 0 ? [] : rows.filter(({ id }) => !known.has(id));
  for (const { id } of known.size === 0 ? rows : fresh) known.add(id);
  markFresh(fresh.map(({ id }) => id));
  return rows;
};

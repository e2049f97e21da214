import { projectConflicts } from '../../../shared/incident/conflicts.ts';
import { projectRow } from '../../../shared/incident/timeline-row.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import type { AppAction } from '../../state/action.ts';
import { appStore, shownZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { lastEntryOfMine } from '../../state/my-last.ts';
import { viewStore } from '../../state/view-store.ts';
import { rowMenu } from './row-menu.ts';
import { timelineView } from './timeline-view.ts';

const longestText = 60;

/** What the menu of a row offers, for the row with the focus, else for my last entry; what cannot be done is left out. */
export const timelineChoices = (): readonly AppAction[] => {
  const { open } = incidentStore.getState();
  const { screen, workspace } = viewStore.getState();
  if (!open || screen !== 'console' || workspace.name !== 'timeline') return [];
  const rowOf = (id: EventId | undefined) => id && projectRow(id, open.state, open.playbook);
  // The one that had the focus before may be a row of another incident, which is none here.
  const selected = rowOf(timelineView.getState().selected);
  const row = selected ?? rowOf(lastEntryOfMine(open));
  if (!row) return [];
  const isConflict = projectConflicts(open.state, open.playbook).some(({ sides }) =>
    sides.some((side) => side.row === row.id),
  );
  const which = selected ? 'the selected entry' : 'my last entry';
  const text = row.text.length > longestText ? `${row.text.slice(0, longestText)}…` : row.text;
  const asker = { now: currentInstant(), device: appStore.getState().info?.identity.device ?? '' };
  const zone = shownZone(appStore.getState());
  return rowMenu({ row, isConflict, readOnly: open.readOnly, zone, state: open.state, asker })
    .filter(({ unavailable }) => unavailable === undefined)
    .map((entry) => ({
      id: `timeline.row.${entry.id}`,
      label: `${entry.label}, ${which}: ${text}`,
      group: 'Record',
      isAvailable: () => true,
      run: entry.run,
    }));
};

import type { OpenIncident } from '../../renderer/state/incident-store.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { EventId } from '../../shared/record/ids.ts';

/**
 * An incident as a window has it open, sound and writable.
 * @param mine what this window recorded, one event a command, oldest first
 */
export const openInWindow = (state: IncidentState, mine: readonly EventId[] = []): OpenIncident => ({
  id: state.id,
  state,
  playbook: defaultPlaybook,
  problems: [],
  readOnly: null,
  ownReason: null,
  pending: [],
  trouble: undefined,
  mine: mine.map((id, index) => ({ ref: { writer: 'w', seq: index + 2 } as never, sum: '', events: [id] })),
});

import { waitingOffers } from '../../shared/roles/role-holders.ts';
import { incidentStore } from './incident-store.ts';
import { openDialog, showWorkspace } from './view-store.ts';

/** Shows the hand-off that waits for its acceptance; else begins one. */
export const beginHandoff = (role: string): void => {
  const { open } = incidentStore.getState();
  const waits = open && waitingOffers(open.state.roles).some(({ event }) => event.role === role);
  if (waits) showWorkspace({ name: 'handoff', role });
  else openDialog({ name: 'offer-handoff', role });
};

import type { AppAction } from '../../state/action.ts';
import { appStore } from '../../state/app-store.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { focusEntryLine, showScreen, viewStore } from '../../state/view-store.ts';
import { type ContactsWish, wishFor } from './contacts-wish.ts';

const isShown = (): boolean => viewStore.getState().screen === 'contacts';

/** Back to where the person was: the incident, else the library. */
export const leaveContacts = (): void => {
  const hasIncident = incidentStore.getState().open !== undefined;
  showScreen(hasIncident ? 'console' : 'library');
  if (hasIncident) focusEntryLine();
};

const isRead = (): boolean => appStore.getState().playbook !== undefined;
const canSave = (): boolean => isRead() && appStore.getState().info?.library.readOnly === null;

const asks = (wish: ContactsWish, label: string, isAvailable: () => boolean): AppAction => ({
  id: `contacts.${wish}`,
  label,
  group: 'People',
  isAvailable,
  run: () => {
    if (!isShown()) showScreen('contacts');
    wishFor(wish);
  },
});

export const contactsActions: readonly AppAction[] = [
  {
    id: 'contacts.show',
    label: 'Contacts: who do I call',
    group: 'People',
    keys: 'Ctrl+Shift+P',
    isAvailable: () => viewStore.getState().screen !== 'contacts',
    run: () => showScreen('contacts'),
  },
  {
    id: 'contacts.print',
    label: 'Print the contacts',
    group: 'People',
    keys: 'Ctrl+P',
    isAvailable: isShown,
    run: () => window.print(),
  },
  {
    id: 'contacts.leave',
    label: 'Leave the contacts',
    group: 'People',
    keys: 'Escape',
    isAvailable: isShown,
    run: leaveContacts,
  },
  asks('add-person', 'Add a person to the contacts', canSave),
  asks('add-bridge', 'Add a phone bridge to the contacts', canSave),
  asks('import', 'Import contacts from a CSV file', canSave),
  asks('export', 'Export contacts to a CSV file', isRead),
];

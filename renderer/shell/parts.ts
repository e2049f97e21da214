import type { ComponentType } from 'react';
import type { AppAction } from '../state/action.ts';
import type { Dialog } from '../state/view-store.ts';
import { DialogOpening } from '../ui/dialog-opening.tsx';
import { type Later, later } from './later.tsx';

/** A dialog is waited for: somebody may be typing already. */
const laterDialog = <Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> =>
  later(load, DialogOpening);

const declare = laterDialog(async () => (await import('../features/declare/declare-dialog.tsx')).DeclareDialog);
const consoleScreen = later(async () => (await import('./console-screen.tsx')).ConsoleScreen);
const incidentDialog: Later<{ readonly dialog: Dialog }> = laterDialog(
  async (): Promise<ComponentType<{ readonly dialog: Dialog }>> =>
    (await import('./incident-dialog.tsx')).IncidentDialog,
);
const palette = laterDialog(async () => (await import('./all-commands.tsx')).AllCommands);
const zone = laterDialog(async () => (await import('../features/appearance/zone-dialog.tsx')).ZoneDialog);
const keys: Later<{ readonly actions: readonly AppAction[] }> = laterDialog(
  async () => (await import('../features/palette/keys-dialog.tsx')).KeysDialog,
);
const globalKeys: Later<{ readonly actions: readonly AppAction[] }> = laterDialog(
  async () => (await import('../features/palette/global-keys-dialog.tsx')).GlobalKeysDialog,
);
const identity = laterDialog(async () => (await import('../features/identity/identity-dialog.tsx')).IdentityDialog);
const restore: Later<{ readonly offered?: string | undefined }> = laterDialog(
  async () => (await import('../features/places/restore-dialog.tsx')).RestoreDialog,
);
const contacts = later(async () => (await import('../features/contacts/contacts-screen.tsx')).ContactsScreen);
const review = later(async () => (await import('../features/review/review-screen.tsx')).ReviewScreen);

export const DeclareDialog = declare.Part;
export const ConsoleScreen = consoleScreen.Part;
export const IncidentDialog = incidentDialog.Part;
export const AllCommands = palette.Part;
export const ZoneDialog = zone.Part;
export const KeysDialog = keys.Part;
export const GlobalKeysDialog = globalKeys.Part;
export const IdentityDialog = identity.Part;
export const RestoreDialog = restore.Part;
export const ContactsScreen = contacts.Part;
export const ReviewScreen = review.Part;

export const fetchConsole = consoleScreen.fetch;

/** Everything else, in the order in which somebody may want it; asked for once the first screen can be used. */
export const fetchParts = async (): Promise<void> => {
  for (const part of [
    declare,
    consoleScreen,
    incidentDialog,
    palette,
    keys,
    globalKeys,
    identity,
    zone,
    restore,
    contacts,
    review,
  ])
    await part.fetch();
};

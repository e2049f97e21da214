import type { Result } from '../../shared/kernel/result.ts';
import type { Contacts } from '../../shared/playbook/contacts-csv.ts';
import { type ContactsImport, type RequestFailure, request } from '../bridge/bridge.ts';
import { appStore } from './app-store.ts';

export type { ContactsImport };

/** Replaces people and bridges of the library's playbook. Resolves when they are on disk and on screen. */
export const saveContacts = async (contacts: Contacts): Promise<Result<null, RequestFailure>> => {
  const reply = await request('contacts:save', contacts);
  if (!reply.ok) return reply;
  appStore.setState({ playbook: reply.value.playbook, playbookDigest: reply.value.digest });
  return { ok: true, value: null };
};

/** Asks for a CSV file and reads it; nothing is taken over yet. `null` when the person gave up. */
export const readContactsFile = (): Promise<Result<ContactsImport | null, RequestFailure>> =>
  request('contacts:import', null);

/** Asks where to and writes a CSV file. The path, or `null` when the person gave up. */
export const exportContacts = (): Promise<Result<string | null, RequestFailure>> => request('contacts:export', null);

import { readFile } from 'node:fs/promises';
import { dialog } from 'electron';
import { z } from 'zod';
import type { RequestFailure } from '../../shared/ipc/contract.ts';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { contactsToCsv, csvToContacts } from '../../shared/playbook/contacts-csv.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import { decodeText } from '../decode-text.ts';
import { toReply } from './incident-requests.ts';
import type { LibraryClient } from './library-client.ts';
import type { RequestRouter } from './requests.ts';

interface ContactRequestDeps {
  readonly library: LibraryClient;
  /** Writes a whole file durably, or throws and leaves what was there. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}

const csvFiles = [{ name: 'Contacts', extensions: ['csv', 'txt'] }];
/** No list of people is larger; a wrong file is. */
const largestImportBytes = 4 * 1024 * 1024;
// The playbook's own schema judges the content when it is saved.
const contacts = z.object({
  people: z.array(z.unknown()),
  bridges: z.array(z.unknown()),
}) as unknown as z.ZodType<Pick<Playbook, 'people' | 'bridges'>>;

/** People and bridge numbers: kept in the playbook, in and out as CSV. Paths are asked for here, never by a window. */
export const handleContactRequests = (router: RequestRouter, { library, writeFile }: ContactRequestDeps): void => {
  router.handle('contacts:save', contacts, async ({ people, bridges }) => {
    const current = await library.request('playbook:read', null);
    if (!current.ok) return toReply(current);
    return toReply(await library.request('playbook:save', { ...current.value.playbook, people, bridges }));
  });
  router.handle('contacts:import', z.null(), async () => {
    const { filePaths } = await dialog.showOpenDialog({ title: 'Contacts from a CSV file', filters: csvFiles });
    const [path] = filePaths;
    if (path === undefined) return ok(null);
    try {
      const bytes = await readFile(path);
      if (bytes.length > largestImportBytes) return err(failure(`${path} is too large to be a list of contacts.`));
      const text = decodeText(bytes);
      if (text === undefined) return err(failure(`${path} is no text. Save the list as CSV and import that.`));
      const read = csvToContacts(text);
      return read.ok ? read : err(failure(`${path} cannot be used: ${read.error}`));
    } catch (error) {
      return err(failure(`${path} cannot be read: ${reasonOf(error)}.`));
    }
  });
  router.handle('contacts:export', z.null(), async () => {
    const current = await library.request('playbook:read', null);
    if (!current.ok) return toReply(current);
    const { filePath } = await dialog.showSaveDialog({
      title: 'Contacts as a CSV file',
      defaultPath: 'holdfast-contacts.csv',
      filters: csvFiles,
    });
    if (!filePath) return ok(null);
    try {
      await writeFile(filePath, Buffer.from(contactsToCsv(current.value.playbook, ',')));
      return ok(filePath);
    } catch (error) {
      return err(failure(`${filePath} was not written: ${reasonOf(error)}. Choose another place.`));
    }
  });
};

const failure = (sentence: string): RequestFailure => ({ code: 'contacts.file', sentence });

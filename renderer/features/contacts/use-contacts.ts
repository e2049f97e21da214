import { useRef, useState } from 'react';
import type { Contacts } from '../../../shared/playbook/contacts-csv.ts';
import { useApp } from '../../state/app-store.ts';
import { saveContacts } from '../../state/contacts.ts';
import { useIncidentStore } from '../../state/incident-store.ts';

export interface ContactBook extends Contacts {
  /** 'incident': the library's own could not be read, this is the copy of the open incident. 'none': nothing was read. */
  readonly source: 'library' | 'incident' | 'none';
  /** Why nothing can be changed now: read only, not read yet, or on its way to the disk. */
  readonly unavailable: string | undefined;
  /** Why the last change was not kept. */
  readonly problem: string | undefined;
  /** True once it is on disk. A second change while one is on its way is not taken. */
  readonly save: (change: Partial<Contacts>) => Promise<boolean>;
}

/** The library's people and bridges. Works without an incident, and shows what there is of a damaged library. */
export const useContacts = (): ContactBook => {
  const playbook = useApp((app) => app.playbook);
  const readOnly = useApp((app) => app.info?.library.readOnly ?? null);
  const failure = useApp((app) => app.failure);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isUnderWay = useRef(false);
  // Who do I call has to be answered also when the library cannot be read: an open incident carries a copy.
  const copy = useIncidentStore(({ open }) => open?.playbook);
  const people = (playbook ?? copy)?.people ?? nobody;
  const bridges = (playbook ?? copy)?.bridges ?? none;

  const save = async (change: Partial<Contacts>): Promise<boolean> => {
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
    setBusy(true);
    const reply = await saveContacts({ people, bridges, ...change });
    isUnderWay.current = false;
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.error.sentence);
    return reply.ok;
  };
  const unavailable =
    readOnly ??
    (playbook === undefined ? (failure?.sentence ?? 'The contacts are not read yet.') : undefined) ??
    (isBusy ? 'On its way to the disk.' : undefined);
  const source = playbook ? 'library' : copy ? 'incident' : 'none';
  return { people, bridges, source, unavailable, problem, save };
};

const nobody: Contacts['people'] = [];
const none: Contacts['bridges'] = [];

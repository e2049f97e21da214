import { IconArrowLeft, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useApp } from '../../state/app-store.ts';
import { type ContactsImport, exportContacts, readContactsFile } from '../../state/contacts.ts';
import { useIncidentStore } from '../../state/incident-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PrintArea } from '../../ui/print-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BridgesList } from './bridges-list.tsx';
import { searchContacts } from './contact-list.ts';
import { leaveContacts } from './contacts-actions.ts';
import styles from './contacts-screen.module.css';
import { useWish } from './contacts-wish.ts';
import { ImportPreview } from './import-preview.tsx';
import { PeopleList } from './people-list.tsx';
import { useContacts } from './use-contacts.ts';

/** Who do I call: the first question when chat is down. It needs no incident and no whole library. */
export const ContactsScreen = () => {
  const book = useContacts();
  const readOnly = useApp((app) => app.info?.library.readOnly ?? null);
  const failure = useApp((app) => app.failure);
  const org = useApp((app) => app.playbook?.org ?? '');
  const hasIncident = useIncidentStore(({ open }) => open !== undefined);
  const [query, setQuery] = useState('');
  const [read, setRead] = useState<ContactsImport>();
  const [said, setSaid] = useState<{ readonly words: string; readonly isError: boolean }>();
  const shown = useMemo(() => searchContacts(book, query), [book, query]);

  const importFile = async () => {
    setSaid(undefined);
    const reply = await readContactsFile();
    if (!reply.ok) {
      setSaid({ words: reply.error.sentence, isError: true });
      // "This file" below the refusal would be an earlier one.
      setRead(undefined);
    } else if (reply.value) setRead(reply.value);
  };
  const exportFile = async () => {
    const reply = await exportContacts();
    if (!reply.ok) setSaid({ words: reply.error.sentence, isError: true });
    else if (reply.value) setSaid({ words: `Written to ${reply.value}.`, isError: false });
  };
  useWish('import', () => void importFile());
  useWish('export', () => void exportFile());
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <Button icon={<IconArrowLeft stroke={1.75} />} keys="Esc" onPress={leaveContacts} size="small" variant="ghost">
          {hasIncident ? 'Back to the incident' : 'Library'}
        </Button>
        <h1>Contacts</h1>
        <div className={styles.search}>
          <TextField
            autoFocus
            icon={<IconSearch aria-hidden="true" size="1rem" stroke={1.75} />}
            isLabelHidden
            label="Search contacts"
            onChange={setQuery}
            placeholder="Name, role, number"
            type="search"
            value={query}
          />
        </div>
        <span className="grow" />
        <Button onPress={() => void importFile()} unavailable={book.unavailable}>
          Import CSV
        </Button>
        <Button
          onPress={() => void exportFile()}
          unavailable={book.source === 'library' ? undefined : 'The contacts of the library are not read.'}
        >
          Export CSV
        </Button>
        <Button icon={<IconPrinter stroke={1.75} />} keys="Ctrl P" onPress={() => window.print()}>
          Print
        </Button>
      </header>
      {readOnly === null ? null : <Notice tone="read-only">{readOnly}</Notice>}
      {failure ? <Notice tone="error">{failure.sentence}</Notice> : null}
      {book.source === 'incident' ? (
        <Notice tone="warn">These are the contacts that this incident was declared with.</Notice>
      ) : null}
      {said ? <Notice tone={said.isError ? 'error' : 'plain'}>{said.words}</Notice> : null}
      {book.problem === undefined ? null : <Notice tone="error">{book.problem}</Notice>}
      {read ? <ImportPreview book={book} onClose={() => setRead(undefined)} read={read} /> : null}
      <main className={styles.book}>
        <PrintArea>
          <h2 className={styles.printed}>{org === '' ? 'Contacts' : `Contacts of ${org}`}</h2>
          <BridgesList book={book} shown={shown.bridges} />
          <PeopleList book={book} isSearching={query.trim() !== ''} shown={shown.people} />
        </PrintArea>
      </main>
    </div>
  );
};

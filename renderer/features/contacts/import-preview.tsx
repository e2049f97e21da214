import { useState } from 'react';
import { countOf } from '../../../shared/kernel/words.ts';
import type { ContactsImport } from '../../state/contacts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { addContacts, contactCounts } from './contact-list.ts';
import styles from './contacts-screen.module.css';
import type { ContactBook } from './use-contacts.ts';

interface ImportPreviewProps {
  readonly read: ContactsImport;
  readonly book: ContactBook;
  readonly onClose: () => void;
}

/** What a file holds, before anything is taken over: who, what was not understood, and how it is laid over the list. */
export const ImportPreview = ({ read, book, onClose }: ImportPreviewProps) => {
  const [how, setHow] = useState<'add' | 'replace'>('add');
  const { people, bridges, badRows, unknownColumns } = read;
  const result = how === 'add' ? addContacts(book, read) : { people, bridges };
  const isEmpty = people.length + bridges.length === 0;
  return (
    <section aria-label="Import" className={styles.import} data-print-hidden="" data-region="" tabIndex={-1}>
      <h2>{`This file holds ${contactCounts(read)}`}</h2>
      <p className="dim">{people.map(({ name }) => name).join(', ')}</p>
      {unknownColumns.length === 0 ? null : (
        <Notice tone="warn">{`Not taken over, no such column here: ${unknownColumns.join(', ')}.`}</Notice>
      )}
      {badRows.length === 0 ? null : (
        <Notice tone="warn">
          <p>{`${countOf(badRows.length, 'row')} left out. Mend ${badRows.length === 1 ? 'it' : 'them'} in the file and import again.`}</p>
          <ul className={styles.badRows}>
            {badRows.map(({ line, text, why }) => (
              <li key={line}>
                Line {line}: {why}. <span className="mono">{text}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Segmented
        label="What to do with the contacts that are here"
        look="boxed"
        offer="Import"
        onChange={setHow}
        options={[
          { id: 'add', label: 'Add to the list', detail: 'same name: the file counts' },
          {
            id: 'replace',
            label: 'Replace the list',
            detail: `${countOf(book.people.length, 'person', 'people')} here now`,
          },
        ]}
        value={how}
      />
      <p className="dim">{`Then the list holds ${contactCounts(result)}.`}</p>
      {book.problem === undefined ? null : <Notice tone="error">{book.problem}</Notice>}
      <div className={styles.formActs}>
        <Button
          autoFocus
          offer={how === 'add' ? 'Import: take them over' : 'Import: replace the list now'}
          onPress={() => void book.save(result).then((isSaved) => isSaved && onClose())}
          unavailable={book.unavailable ?? (isEmpty ? 'The file holds nothing that can be taken over.' : undefined)}
          variant="primary"
        >
          {how === 'add' ? 'Add them' : 'Replace the list'}
        </Button>
        <Button offer="Import: take nothing over" onPress={onClose}>
          Take nothing over
        </Button>
      </div>
    </section>
  );
};

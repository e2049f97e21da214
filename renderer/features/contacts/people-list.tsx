import { useState } from 'react';
import type { Person } from '../../../shared/playbook/playbook.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ContactForm } from './contact-form.tsx';
import { inCallOrder, leaveCallOrder, movePerson, removePerson, toFields, withPerson } from './contact-list.ts';
import styles from './contacts-screen.module.css';
import { useWish } from './contacts-wish.ts';
import { PersonRow } from './person-row.tsx';
import type { ContactBook } from './use-contacts.ts';

interface PeopleListProps {
  readonly book: ContactBook;
  /** Those that the search found. */
  readonly shown: readonly Person[];
  readonly isSearching: boolean;
}

const fields = [
  { name: 'name', label: 'Name', isNeeded: true },
  { name: 'role', label: 'Role', hint: 'What they do, in words.' },
  { name: 'phones', label: 'Phones', hint: 'Several parted by commas, the first one first.', isMono: true },
  { name: 'email', label: 'Mail' },
  { name: 'note', label: 'Note', hint: 'Hours, what to ask.' },
] as const;

/** Who is called, in the order of the calls. */
export const PeopleList = ({ book, shown, isSearching }: PeopleListProps) => {
  const [editing, setEditing] = useState<{ readonly id: string | undefined }>();
  const { people, unavailable, problem, save } = book;
  const lastCall = inCallOrder(people).findLast(({ escalation }) => escalation !== undefined)?.escalation;
  const close = () => setEditing(undefined);
  useWish('add-person', () => setEditing({ id: undefined }));
  const keep = async (change: readonly Person[]) => {
    const isSaved = await save({ people: change });
    if (isSaved) close();
    return isSaved;
  };
  return (
    <Panel
      action={
        <span data-print-hidden="">
          <Button onPress={() => setEditing({ id: undefined })} size="small" unavailable={unavailable}>
            Add a person
          </Button>
        </span>
      }
      count={
        <>
          {isSearching ? `${shown.length} of ${people.length}` : people.length}
          {lastCall === undefined ? '' : ', numbered in the order of the calls'}
        </>
      }
      heading="People"
    >
      {book.source === 'none' ? (
        <p className={styles.empty}>Not read.</p>
      ) : people.length === 0 ? (
        <p className={styles.empty}>
          Nobody is listed. Add the people you would call when chat is down, first call first, or import a CSV file with
          the columns name, role, phones.
        </p>
      ) : shown.length === 0 ? (
        <p className={styles.empty}>Nobody matches.</p>
      ) : null}
      <ol>
        {inCallOrder(shown).map((person) =>
          editing?.id === person.id ? (
            <li key={person.id}>
              <ContactForm
                extra={
                  <>
                    {person.escalation === undefined ? null : (
                      <Button
                        offer={`Take ${person.name} out of the call order`}
                        onPress={() => void keep(leaveCallOrder(people, person.id))}
                        size="small"
                        unavailable={unavailable}
                        variant="ghost"
                      >
                        Take out of the call order
                      </Button>
                    )}
                    <Button
                      offer={`Remove ${person.name} from the contacts`}
                      onPress={() => void keep(removePerson(people, person.id))}
                      size="small"
                      unavailable={unavailable}
                      variant="ghost"
                    >
                      {`Remove ${person.name}`}
                    </Button>
                  </>
                }
                fields={fields}
                form={`person:${person.id}`}
                initial={{ ...toFields(person) }}
                onCancel={close}
                onSave={(values) => keep(withPerson(people, person, values))}
                problem={problem}
                title={person.name}
                unavailable={unavailable}
              />
            </li>
          ) : (
            <PersonRow
              isLast={person.escalation === lastCall}
              key={person.id}
              onEdit={() => setEditing({ id: person.id })}
              onMove={(by) => void save({ people: movePerson(people, person.id, by) })}
              person={person}
              unavailable={unavailable}
            />
          ),
        )}
      </ol>
      {editing && editing.id === undefined ? (
        <ContactForm
          fields={fields}
          form="person:new"
          initial={{ ...toFields(undefined) }}
          onCancel={close}
          onSave={(values) => keep(withPerson(people, undefined, values))}
          problem={problem}
          title="New person"
          unavailable={unavailable}
        />
      ) : null}
    </Panel>
  );
};

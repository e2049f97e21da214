import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Person } from '../../../shared/playbook/playbook.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './contacts-screen.module.css';
import { PhoneNumbers } from './phone-numbers.tsx';

interface PersonRowProps {
  readonly person: Person;
  /** The last one in the call order. */
  readonly isLast: boolean;
  readonly unavailable: string | undefined;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

export const PersonRow = ({ person, isLast, unavailable, onEdit, onMove }: PersonRowProps) => {
  const { name, role, phones, email, note, escalation } = person;
  return (
    <li className={styles.person}>
      <span className={styles.order}>
        {escalation === undefined ? (
          <span title="Not in the call order">
            <span aria-hidden="true">-</span>
            <span className="sr">Not in the call order</span>
          </span>
        ) : (
          <span>
            <span className="sr">Call </span>
            {escalation}
          </span>
        )}
      </span>
      <span className={styles.who}>
        <b>{name}</b>
        <span className={styles.role}>{role}</span>
      </span>
      <PhoneNumbers numbers={phones} owner={name} />
      <span className={styles.more}>{[email, note].filter(Boolean).join(' · ')}</span>
      <span className={styles.acts} data-print-hidden="">
        {escalation === 1 ? (
          <span className={styles.slot} />
        ) : (
          <IconButton
            icon={<IconArrowUp stroke={1.75} />}
            label={escalation === undefined ? `Put ${name} into the call order` : `Call ${name} earlier`}
            offer={escalation === undefined ? `Put ${name} into the call order` : `Call ${name} earlier`}
            onPress={() => onMove(-1)}
            unavailable={unavailable}
          />
        )}
        {isLast || escalation === undefined ? (
          <span className={styles.slot} />
        ) : (
          <IconButton
            icon={<IconArrowDown stroke={1.75} />}
            label={`Call ${name} later`}
            offer={`Call ${name} later`}
            onPress={() => onMove(1)}
            unavailable={unavailable}
          />
        )}
        <Button
          label={`Change ${name}`}
          offer={`Change the contact of ${name}`}
          onPress={onEdit}
          size="small"
          unavailable={unavailable}
          variant="ghost"
        >
          Change
        </Button>
      </span>
    </li>
  );
};

import { IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { EventId } from '../../../shared/record/ids.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './review-dialogs.module.css';

/** As many as a list can offer before it gets slow; typing is what finds one. */
const mostOffered = 500;

interface LinkedChoice {
  readonly id: EventId;
  readonly label: string;
  /** Its name: `ann-7`. */
  readonly detail: string;
}

interface LinkedEntriesProps {
  readonly choices: readonly LinkedChoice[];
  readonly chosen: readonly EventId[];
  readonly onChange: (chosen: readonly EventId[]) => void;
}

/** Entries that show the factor: found by their words, taken out one by one. */
export const LinkedEntries = ({ choices, chosen, onChange }: LinkedEntriesProps) => {
  const [text, setText] = useState('');
  const offered = useMemo(() => choices.slice(-mostOffered), [choices]);
  const add = (id: string) => {
    const choice = choices.find((candidate) => candidate.id === id);
    if (choice && !chosen.includes(choice.id)) onChange([...chosen, choice.id]);
  };
  return (
    <div>
      <ComboBox
        hint={
          choices.length > mostOffered ? `The last ${mostOffered} entries are offered.` : 'Time or words of an entry.'
        }
        label="Entries that show it"
        // A pick puts the whole line into the field; it belongs into the list below, and the field is free again.
        onChange={(typed) => setText(offered.some(({ label }) => label === typed) ? '' : typed)}
        onPick={add}
        suggestions={offered}
        value={text}
      />
      {chosen.length === 0 ? null : (
        <ul aria-label="Linked entries" className={styles.linked}>
          {chosen.map((id) => {
            const choice = choices.find((candidate) => candidate.id === id);
            const words = choice ? choice.label : 'an event without a name';
            return (
              <li className={styles.linkedRow} key={id}>
                <span className="mono dim2">{choice?.detail}</span>
                <span className={styles.linkedText}>{words}</span>
                <IconButton
                  icon={<IconX stroke={1.75} />}
                  label={`Take out ${choice?.detail ?? words}`}
                  onPress={() => onChange(chosen.filter((other) => other !== id))}
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
};

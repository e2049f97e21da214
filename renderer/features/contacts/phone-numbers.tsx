import { useState } from 'react';
import { type Copied, copyText } from '../../ui/copy-text.ts';
import { useOffers } from '../../ui/offers.ts';
import { onPress } from '../../ui/on-press.ts';
import styles from './contacts-screen.module.css';

interface PhoneNumbersProps {
  readonly numbers: readonly string[];
  readonly owner: string;
}

/** Numbers to read out or to copy. No link: this app opens no other one. */
export const PhoneNumbers = ({ numbers, owner }: PhoneNumbersProps) =>
  numbers.length === 0 ? (
    <span className={styles.noNumber}>no number</span>
  ) : (
    <span className={styles.numbers}>
      {numbers.map((number) => (
        <PhoneNumber key={number} number={number} owner={owner} />
      ))}
    </span>
  );

const PhoneNumber = ({ number, owner }: { readonly number: string; readonly owner: string }) => {
  const [copied, setCopied] = useState<Copied>();
  const copy = () => void copyText(number).then(setCopied);
  useOffers([{ label: `Copy ${number} of ${owner}`, run: copy }]);
  return (
    <span>
      <button
        aria-label={`Copy ${number} of ${owner}`}
        className={styles.number}
        onClick={(event) => onPress(event, copy)}
        title="Copy this number"
        type="button"
      >
        <span className="mono">{number}</span>
      </button>
      <span className={styles.copied} data-print-hidden="" role="status">
        {copied === undefined ? '' : copied === 'failed' ? 'not copied' : 'copied'}
      </span>
    </span>
  );
};

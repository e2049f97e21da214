import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { type Copied, copyText } from '../../ui/copy-text.ts';
import styles from './verify-dialog.module.css';

interface ChainHeadProps {
  readonly run: string;
  /** 64 digits, to be noted down elsewhere. */
  readonly sum: string;
}

/** The head of one run's chain, and a press that puts it on the clipboard: nobody types 64 digits. */
export const ChainHead = ({ run, sum }: ChainHeadProps) => {
  const [copied, setCopied] = useState<Copied>();
  return (
    <div className={styles.head}>
      <span className={`mono ${styles.sum}`}>{sum}</span>
      <Button label={`Copy the head of run ${run}`} onPress={() => void copyText(sum).then(setCopied)} size="small">
        Copy
      </Button>
      <span className={styles.copied} role="status">
        {copied === undefined ? '' : copied === 'failed' ? 'Not copied: the clipboard refused.' : 'Copied.'}
      </span>
    </div>
  );
};

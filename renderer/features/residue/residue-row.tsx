import { useState } from 'react';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import type { FoundResidue, Residue } from '../../state/residue.ts';
import { Button } from '../../ui/button.tsx';
import styles from './residue-dialog.module.css';
import { sizeWords, whyListed } from './residue-words.ts';

interface ResidueRowProps {
  readonly file: Residue;
  readonly found: FoundResidue;
  readonly zone: string;
  /** Why nothing can be deleted now. */
  readonly readOnly: string | null;
  readonly onDelete: () => Promise<void>;
}

/** One file, why it is listed, and its deletion in two steps: there is no way back. */
export const ResidueRow = ({ file, found, zone, readOnly, onDelete }: ResidueRowProps) => {
  const [step, setStep] = useState<'listed' | 'asked' | 'deleting'>('listed');
  const { path, bytes, madeAt, canDelete } = file;
  const remove = async () => {
    setStep('deleting');
    await onDelete();
    setStep('listed');
  };
  return (
    <li className={styles.file}>
      <div className={styles.what}>
        <p className={`mono t12 ${styles.path}`}>{path}</p>
        <p className={styles.why}>{whyListed(file, found, zone)}</p>
        <p className={styles.facts}>
          {`${sizeWords(bytes)}, written ${formatDate(madeAt, zone)} ${formatClock(madeAt, zone)}`}
        </p>
      </div>
      {canDelete && step === 'listed' ? (
        <Button
          label={`Delete ${path}`}
          onPress={() => setStep('asked')}
          size="small"
          unavailable={readOnly ?? undefined}
        >
          Delete
        </Button>
      ) : null}
      {canDelete && step !== 'listed' ? (
        <div className={styles.sure}>
          <span className={styles.final}>This cannot be undone.</span>
          <Button
            label={`Delete ${path} for good`}
            autoFocus
            onPress={() => void remove()}
            size="small"
            unavailable={step === 'deleting' ? 'It is being deleted.' : undefined}
            variant="danger"
          >
            Delete for good
          </Button>
          <Button onPress={() => setStep('listed')} size="small" variant="ghost">
            Keep
          </Button>
        </div>
      ) : null}
    </li>
  );
};

import { useState } from 'react';
import { restoredPlaybookWords, restoredWords } from '../../../shared/incident/restored-words.ts';
import { chooseRestore, runRestore } from '../../state/places.ts';
import { closeDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './restore-dialog.module.css';

interface RestoreDialogProps {
  /** A bundle that the app was opened with. */
  readonly offered?: string | undefined;
}

type Outcome = Awaited<ReturnType<typeof runRestore>>;

/** Chooses a bundle or a folder, merges it, and says what came. */
export const RestoreDialog = ({ offered }: RestoreDialogProps) => {
  const [failure, setFailure] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setBusy] = useState(false);
  const run = async (whatIsWhole: boolean) => {
    setFailure(undefined);
    setBusy(true);
    setOutcome(await runRestore(whatIsWhole));
    setBusy(false);
  };
  const choose = async (from: 'file' | 'folder') => {
    const chosen = await chooseRestore(from);
    if (!chosen.ok) setFailure(chosen.error.sentence);
    else if (chosen.value !== null) await run(false);
  };
  const isDamaged = outcome?.ok === false && outcome.error.code === 'bundle.damaged';
  return (
    <DialogFrame
      cancelLabel={outcome?.ok ? 'Close' : 'Cancel'}
      extraActions={isDamaged ? <Button onPress={() => void run(true)}>Take in what is whole</Button> : undefined}
      intro="What is here stays: nothing is overwritten, and it can be repeated."
      onCancel={closeDialog}
      primary={
        offered !== undefined && outcome === undefined
          ? {
              label: 'Restore it',
              onPress: () => void run(false),
              unavailable: isBusy ? 'It is being read.' : undefined,
            }
          : undefined
      }
      title="Restore or merge"
    >
      <div className={styles.content}>
        {offered === undefined ? (
          <div className={styles.choices}>
            <Button onPress={() => void choose('file')}>Choose a bundle</Button>
            <Button onPress={() => void choose('folder')}>Choose a folder with a library</Button>
          </div>
        ) : (
          <p>{offered}</p>
        )}
        {failure === undefined ? null : <Notice tone="error">{failure}</Notice>}
        {isBusy ? <p role="status">Reading and merging.</p> : null}
        {outcome === undefined || isBusy ? null : <Report outcome={outcome} />}
      </div>
    </DialogFrame>
  );
};

const Report = ({ outcome }: { readonly outcome: Outcome }) => {
  if (!outcome.ok) return <Notice tone="error">{outcome.error.sentence}</Notice>;
  const { incidents, playbook, damaged } = outcome.value;
  const left = [...incidents.flatMap((incident) => incident.left), ...damaged];
  return (
    <div className={styles.content} role="status">
      {incidents.length === 0 ? <p>It holds no incidents.</p> : null}
      <ul>
        {incidents.map((incident) => (
          <li key={incident.id}>
            {incident.key === undefined ? '' : `${incident.key}, `}
            {incident.title}: {restoredWords(incident)}
          </li>
        ))}
      </ul>
      {left.map(({ name, why }) => (
        <Notice key={name} tone="warn">
          Left out: {name}. {why}
        </Notice>
      ))}
      <p className={styles.note}>{restoredPlaybookWords[playbook]}</p>
    </div>
  );
};
